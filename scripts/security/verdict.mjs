/**
 * What one point of the list came to. Told in full when all of it is so; otherwise only what is not.
 * @param {...readonly [claim: string, isSo: boolean]} claims
 * @returns {{ isPassed: boolean, observed: string }}
 */
export function verdict(...claims) {
  const broken = claims.filter(([, isSo]) => !isSo);
  const told = (broken.length === 0 ? claims : broken).map(([claim]) => claim).join("; ");
  return { isPassed: broken.length === 0, observed: broken.length === 0 ? told : `not so: ${told}` };
}

/** One verdict out of several: of the running program and of the packed one. */
export function together(...verdicts) {
  const broken = verdicts.filter(({ isPassed }) => !isPassed);
  const told = broken.length === 0 ? verdicts : broken;
  return { isPassed: broken.length === 0, observed: told.map(({ observed }) => observed).join("; ") };
}
