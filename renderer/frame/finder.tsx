import { IconSearch } from "@tabler/icons-react";
import { useEffect, useId, useState, type ReactNode } from "react";
import { FinderLine } from "./finder-line";
import "./finder.css";

export interface FinderChoice {
  /** Its own among all choices of the finder. */
  readonly key: string;
}

export interface FinderGroup<Choice extends FinderChoice> {
  readonly title: string;
  readonly choices: readonly Choice[];
}

interface FinderProps<Choice extends FinderChoice> {
  /** Names the field and, with `results`, the list. */
  readonly label: string;
  readonly results: string;
  readonly placeholder: string;
  readonly text: string;
  readonly groups: readonly FinderGroup<Choice>[];
  /** False while choices for the text as it is now are still on their way: Enter waits for them. */
  readonly isSettled: boolean;
  readonly line: (choice: Choice) => ReactNode;
  readonly onType: (text: string) => void;
  readonly onChoose: (choice: Choice) => void;
  /** What stands below the field besides the choices. */
  readonly children?: ReactNode;
}

/** A field and the choices for what is typed into it. The focus stays in the field; arrows move over the choices, Enter takes one. */
export function Finder<Choice extends FinderChoice>(props: FinderProps<Choice>) {
  const { label, groups, isSettled, onType, onChoose } = props;
  const listId = useId();
  const [cursorKey, setCursorKey] = useState<string | null>(null);
  const [isEntered, setIsEntered] = useState(false);
  const choices = groups.flatMap((group) => group.choices);
  const cursor = Math.max(0, choices.findIndex(({ key }) => key === cursorKey)); // prettier-ignore
  const chosen = choices[cursor];
  useEffect(() => {
    // Enter was pressed before the choices for the text were there.
    if (!isEntered || !isSettled) return;
    setIsEntered(false);
    if (chosen) onChoose(chosen);
  });
  const move = (by: number): void => {
    setCursorKey(choices[(cursor + by + choices.length) % choices.length]?.key ?? null);
  };
  return (
    <div className="finder" aria-busy={!isSettled}>
      <div className="finder-field">
        <IconSearch size={18} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${listId}-${String(cursor)}` : undefined}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={props.placeholder}
          value={props.text}
          onChange={(event) => {
            onType(event.currentTarget.value);
            setCursorKey(null);
            setIsEntered(false);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              if (choices.length > 0) move(event.key === "ArrowDown" ? 1 : -1);
            } else if (event.key === "Enter") {
              event.preventDefault();
              setIsEntered(true);
            }
          }}
        />
      </div>
      <div id={listId} className="finder-list" role="listbox" aria-label={props.results} hidden={choices.length === 0}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="finder-group quiet" aria-hidden>
              {group.title}
            </div>
            {group.choices.map((choice) => (
              <FinderLine
                key={choice.key}
                id={`${listId}-${String(choices.indexOf(choice))}`}
                isChosen={choice === chosen}
                onChoose={() => {
                  onChoose(choice);
                }}
                onHover={() => {
                  setCursorKey(choice.key);
                }}
              >
                {props.line(choice)}
              </FinderLine>
            ))}
          </div>
        ))}
      </div>
      {props.children}
    </div>
  );
}
