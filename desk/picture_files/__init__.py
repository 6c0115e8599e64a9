"""Pictures as files at the desk: attached to their captions, one or many, and what they say."""
