fun admin(people: List<Person>): Person {
    // ruleid: filter-before-first
    val first = people.filter { it.admin }.first()
    // ruleid: filter-before-first
    val none = people.filter { it.old }.isEmpty()
    // ok: filter-before-first
    val list = people.filter { it.admin }.map { it.name }
    // ok: filter-before-first
    return people.first { it.admin }
}
