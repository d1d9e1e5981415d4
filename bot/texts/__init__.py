"""Every sentence that a player reads, by code and parameters, in the catalogues of this folder."""
