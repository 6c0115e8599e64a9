"""What the file of a picture says of itself, and what is written into a copy that leaves the
house.
"""
