"""The people at the desk: who they are, what each may do, who has left."""
