"""What the project exists for: claims → who holds what on a day, what differs, what both sides say."""
