import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";
import { formatDateTime } from "../text/format";
import { CopyButton } from "./copy-button";
import { offerFile } from "./offer-file";
import { WarningLine } from "./warning-line";
import "./recovery-code.css";

interface RecoveryCodeProps {
  /** Groups of four, as the program tells it. */
  readonly code: string;
  /** The person has shown that the code is kept elsewhere; only then the page may forget it. */
  readonly onKept: () => void;
}

/** Tells a recovery code this once: to copy, save or print. Then it is hidden, and one group of it is asked for. */
export function RecoveryCode({ code, onKept }: RecoveryCodeProps) {
  const [isAsking, setIsAsking] = useState(false);
  const groups = groupsOf(code);
  if (isAsking)
    return (
      <GroupQuestion
        groups={groups}
        onBack={() => {
          setIsAsking(false);
        }}
        onKept={onKept}
      />
    );
  return (
    <ShownCode
      groups={groups}
      onGoOn={() => {
        setIsAsking(true);
      }}
    />
  );
}

function ShownCode({ groups, onGoOn }: { readonly groups: readonly string[]; readonly onGoOn: () => void }) {
  const { t } = useTranslation();
  const directory = useConsole((state) => state.description?.profileDirectory ?? "");
  const [madeAt] = useState(() => Date.now());
  const code = groups.join("-");
  const lines = [
    t("parts.recovery.sheetTitle"),
    directory,
    formatDateTime(madeAt),
    "",
    code,
    "",
    t("parts.recovery.purpose"),
  ];
  return (
    <Stack gap="sm">
      <Text>{t("parts.recovery.purpose")}</Text>
      <ol className="recovery-code mono" aria-label={t("parts.recovery.label")}>
        {groups.map((group, at) => (
          <li key={`${at}`}>{group}</li>
        ))}
      </ol>
      <Group gap="xs">
        <CopyButton text={code} />
        <Button
          variant="default"
          leftSection={<IconDownload size="1.1em" aria-hidden />}
          onClick={() => {
            offerFile("rackside-recovery-code.txt", "text/plain", [`${lines.join("\n")}\n`]);
          }}
        >
          {t("parts.recovery.save")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size="1.1em" aria-hidden />}
          onClick={() => {
            window.print();
          }}
        >
          {t("parts.recovery.print")}
        </Button>
      </Group>
      <WarningLine>{t("parts.recovery.apart")}</WarningLine>
      <Group justify="flex-end">
        <Button onClick={onGoOn}>{t("parts.recovery.goOn")}</Button>
      </Group>
      {createPortal(<pre className="recovery-sheet">{lines.join("\n")}</pre>, document.body)}
    </Stack>
  );
}

interface GroupQuestionProps {
  readonly groups: readonly string[];
  readonly onBack: () => void;
  readonly onKept: () => void;
}

/** Shows that the code stands somewhere else: the answer is read from there. */
function GroupQuestion({ groups, onBack, onKept }: GroupQuestionProps) {
  const { t } = useTranslation();
  const [asked] = useState(() => Math.floor(Math.random() * groups.length));
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const number = asked + 1;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim().toUpperCase() === groups[asked]?.toUpperCase()) onKept();
        else setIsWrong(true);
      }}
    >
      <Stack gap="sm">
        <Text>{t("parts.recovery.askedWhy")}</Text>
        <TextInput
          className="recovery-answer"
          label={t("parts.recovery.group", { number, total: groups.length })}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          maxLength={12}
          value={typed}
          error={isWrong ? t("parts.recovery.wrongGroup", { number }) : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIsWrong(false);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onBack}>
            {t("parts.recovery.showAgain")}
          </Button>
          <Button type="submit" disabled={typed.trim() === ""}>
            {t("parts.recovery.kept")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function groupsOf(code: string): readonly string[] {
  return code.split(/[^0-9A-Za-z]+/).filter((group) => group !== "");
}
