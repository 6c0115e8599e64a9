"""An issue before print: its three proofs, its checks, its review sheets."""
