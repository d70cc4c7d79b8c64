class People {
    boolean adult(Person person) {
        // ruleid: boolean-result-spelled-out
        if (person.age >= 18) {
            return true;
        } else {
            return false;
        }
    }

    boolean minor(Person person) {
        // ruleid: boolean-result-spelled-out
        if (adult(person)) {
            return false;
        } else {
            return true;
        }
    }

    boolean fine(Person person) {
        // ok: boolean-result-spelled-out
        if (person.age >= 18) {
            return true;
        }
        // ok: boolean-result-spelled-out
        return person.age > 16;
    }
}
