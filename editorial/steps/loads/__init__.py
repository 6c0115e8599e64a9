"""What loads changed of records that were stored, and what they had written before people did."""
