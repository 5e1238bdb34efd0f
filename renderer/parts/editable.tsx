import type { ReactNode } from "react";
import type { CallName } from "../../main/contract/calls";
import { useRight } from "../hooks/use-right";
import "./editable.css";

interface EditableProps {
  readonly by: CallName;
  readonly children: ReactNode;
}

/** Fields that whoever may not make the call only reads: nothing among them can be typed, chosen or pressed. */
export function Editable({ by, children }: EditableProps) {
  const isEditable = useRight(by);
  return (
    <fieldset className="editable" disabled={!isEditable}>
      {children}
    </fieldset>
  );
}
