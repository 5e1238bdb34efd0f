import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../main/contract/faults";
import { LoadingRows } from "../../parts/loading-rows";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { NameForm } from "./name-form";
import "./settings.css";

interface Entry {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
}

interface DirectoryEditorProps<Found extends Entry> {
  /** Whoever may not change them sees the names, and why. */
  readonly mayEdit: boolean;
  /** Undefined while they are on their way. */
  readonly entries: readonly Found[] | undefined;
  readonly emptyText: string;
  readonly newLabel: string;
  readonly onAdd: (name: string) => Promise<Result<unknown>>;
  readonly onRename: (entry: Found, name: string) => Promise<Result<unknown>>;
  /** Left out where entries cannot be removed. */
  readonly onRemove?: (entry: Found) => void;
  /** What else belongs to an entry, below its name. */
  readonly renderBelow?: (entry: Found) => ReactNode;
}

/** A short list of names, each renamed in its place, with a field for one more below. */
export function DirectoryEditor<Found extends Entry>(props: DirectoryEditorProps<Found>) {
  const { mayEdit, entries, emptyText, newLabel, onAdd, onRename, onRemove, renderBelow } = props;
  const { t } = useTranslation();
  const [renamedId, setRenamedId] = useState<string | null>(null);
  if (!entries) return <LoadingRows count={3} />;
  return (
    <>
      {mayEdit ? null : <ReadOnlyNote />}
      {entries.length === 0 ? <span className="quiet">{emptyText}</span> : null}
      {entries.length === 0 ? null : (
        <ul className="directory-list">
          {entries.map((entry) => (
            <li key={entry.id} className="directory-entry">
              {entry.id === renamedId ? (
                <NameForm
                  label={t("settings.directory.name", { name: entry.name })}
                  isLabelShown={false}
                  initial={entry.name}
                  action={t("settings.directory.save")}
                  onSubmit={(name) => onRename(entry, name)}
                  onDone={() => {
                    setRenamedId(null);
                  }}
                  onCancel={() => {
                    setRenamedId(null);
                  }}
                />
              ) : (
                <>
                  <span className="directory-name">{entry.name}</span>
                  {mayEdit ? (
                    <EntryButton
                      label={t("settings.directory.rename", { name: entry.name })}
                      icon={<IconPencil size="1.1em" aria-hidden />}
                      onClick={() => {
                        setRenamedId(entry.id);
                      }}
                    />
                  ) : null}
                  {mayEdit && onRemove ? (
                    <EntryButton
                      label={t("settings.directory.remove", { name: entry.name })}
                      icon={<IconTrash size="1.1em" aria-hidden />}
                      onClick={() => {
                        onRemove(entry);
                      }}
                    />
                  ) : null}
                </>
              )}
              {renderBelow ? <div className="directory-below">{renderBelow(entry)}</div> : null}
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? <NameForm label={newLabel} initial="" action={t("settings.directory.add")} onSubmit={onAdd} /> : null}
    </>
  );
}

interface EntryButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}

function EntryButton({ label, icon, onClick }: EntryButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
