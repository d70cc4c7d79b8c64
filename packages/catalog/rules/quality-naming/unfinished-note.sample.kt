// ruleid: unfinished-note
// TODO rates of other countries
val rate = 0.2
// ruleid: unfinished-note
// FIXME: round
val total = rate
// ok: unfinished-note
// TODO(ann): rates of other countries
// ok: unfinished-note
val todo = total
