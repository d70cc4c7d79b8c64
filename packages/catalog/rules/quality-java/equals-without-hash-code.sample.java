// ruleid: equals-without-hash-code
class Order {
    int id;

    @Override
    public boolean equals(Object other) {
        return other instanceof Order && ((Order) other).id == id;
    }
}

// ruleid: equals-without-hash-code
class Line implements Comparable<Line> {
    int at;

    public int compareTo(Line other) {
        return at - other.at;
    }

    public boolean equals(Object other) {
        return other instanceof Line it && it.at == at;
    }
}

// ok: equals-without-hash-code
class Customer {
    int id;

    @Override
    public boolean equals(Object other) {
        return other instanceof Customer && ((Customer) other).id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}

// ok: equals-without-hash-code
class Other {
    public boolean equals(Customer one, Customer two) {
        return one.id == two.id;
    }
}
