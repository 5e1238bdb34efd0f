const pairsPerGroup = 4;

/** A SHA-256 fingerprint as eight groups of four pairs, the way people read it out to each other. */
export function fingerprintGroups(fingerprint: string): readonly string[] {
  const pairs = fingerprint.split(":");
  const groups: string[] = [];
  for (let start = 0; start < pairs.length; start += pairsPerGroup) {
    groups.push(pairs.slice(start, start + pairsPerGroup).join(" "));
  }
  return groups;
}
