"""The reviewer's screen: what changed, what is stated, opinion and signature."""
