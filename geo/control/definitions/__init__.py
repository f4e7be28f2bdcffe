"""Who holds a district by other published rules, over the same claims: each rule a short module; none is called true."""
