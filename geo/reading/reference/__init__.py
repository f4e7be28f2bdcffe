"""UCDP's rows on reading pages: tables of their own beside ours, with credit and the months that are covered whole."""
