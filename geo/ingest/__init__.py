"""Files that readers bring: read within limits, mapped to one kind of event, joined to province and district."""
