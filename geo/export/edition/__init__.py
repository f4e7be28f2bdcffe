"""The reader's edition: pages as files that need no server of ours."""
