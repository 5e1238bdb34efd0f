/** The usual resources in the order in which equipment is mounted; others follow as the tariff has them. */
const mountingOrder = ["flat", "unit", "power", "port", "ip", "ipv6"];

/** What is ordered, in the order in which it is worked through. */
export function byMounting<Entry extends { readonly name: string }>(entries: readonly Entry[]): readonly Entry[] {
  const rankOf = ({ name }: Entry): number => {
    const rank = mountingOrder.indexOf(name);
    return rank < 0 ? mountingOrder.length : rank;
  };
  return [...entries].sort((left, right) => rankOf(left) - rankOf(right));
}
