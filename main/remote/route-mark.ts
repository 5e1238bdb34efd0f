/**
 * How sure a route or function is: `documented` by the vendor, `seen` in public client code, `sibling` seen for another product
 * of the same platform, `inferred` from the pattern of the others.
 */
export type RouteMark = "documented" | "seen" | "sibling" | "inferred";
