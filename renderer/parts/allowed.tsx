import type { ReactNode } from "react";
import type { CallName } from "../../main/contract/calls";
import { useRight } from "../hooks/use-right";

interface AllowedProps {
  readonly to: CallName;
  /** Stands there for whoever may not; nothing where it would only be clutter. */
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

/** What leads to a call, for those who may make it. */
export function Allowed({ to, otherwise = null, children }: AllowedProps) {
  return useRight(to) ? children : otherwise;
}
