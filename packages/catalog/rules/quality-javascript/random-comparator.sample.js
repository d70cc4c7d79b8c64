export function shuffle(cards) {
  // ruleid: random-comparator
  cards.sort(() => Math.random() - 0.5);
  // ruleid: random-comparator
  cards.sort(function () {
    return 0.5 - Math.random();
  });
  // ok: random-comparator
  cards.sort((a, b) => a.rank - b.rank);
  // ok: random-comparator
  return cards[Math.floor(Math.random() * cards.length)];
}
