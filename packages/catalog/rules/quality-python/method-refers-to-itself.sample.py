class Order:
    @property
    # ruleid: method-refers-to-itself
    def total(self):
        return self.total

    @property
    # ruleid: method-refers-to-itself
    def paid(self):
        return self.paid

    @property
    # ok: method-refers-to-itself
    def open(self):
        return self._open

    # ok: method-refers-to-itself
    def name(self):
        return self.name
