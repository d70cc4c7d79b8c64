fun adult(person: Person): Boolean {
    // ruleid: boolean-result-spelled-out
    if (person.age >= 18) {
        return true
    } else {
        return false
    }
}

fun minor(person: Person): Boolean {
    // ruleid: boolean-result-spelled-out
    if (adult(person)) {
        return false
    } else {
        return true
    }
}

fun fine(person: Person): Boolean {
    // ok: boolean-result-spelled-out
    if (person.age >= 18) {
        return true
    }
    // ok: boolean-result-spelled-out
    return person.age > 16
}
