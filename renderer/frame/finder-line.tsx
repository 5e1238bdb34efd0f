import { useEffect, useRef, type ReactNode } from "react";

interface FinderLineProps {
  readonly id: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onHover: () => void;
  readonly children: ReactNode;
}

/** One choice of a finder; the one that Enter takes is kept in view. */
export function FinderLine({ id, isChosen, onChoose, onHover, children }: FinderLineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <div
      ref={line}
      id={id}
      role="option"
      className="finder-line"
      aria-selected={isChosen}
      onClick={onChoose}
      onPointerMove={onHover}
    >
      {children}
    </div>
  );
}
