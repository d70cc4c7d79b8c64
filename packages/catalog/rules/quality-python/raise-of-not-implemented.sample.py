class Shape:
    def area(self):
        # ruleid: raise-of-not-implemented
        raise NotImplemented

    def name(self):
        # ruleid: raise-of-not-implemented
        raise NotImplemented("name")

    def size(self):
        # ok: raise-of-not-implemented
        raise NotImplementedError

    def __eq__(self, other):
        # ok: raise-of-not-implemented
        return NotImplemented
