import { Anchor, Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProfileKind } from "../../../main/contract/shapes/console";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { LoadingRows } from "../../parts/loading-rows";
import { RelativeTime } from "../../parts/relative-time";
import { useConsole } from "../../stores/console-store";

type OpenableProfile = Exclude<ProfileKind, "none">;

/** Which profile is open, where it is kept, and the way to the other one. */
export function ProfileSection() {
  const { t } = useTranslation();
  const description = useConsole((state) => state.description);
  const open = useConsole((state) => state.open);
  const [next, setNext] = useState<OpenableProfile | null>(null);
  if (!description) return <LoadingRows />;
  return (
    <div className="settings-narrow">
      <FactTable
        facts={[
          { label: t("settings.profile.kind"), value: t(`settings.profile.${description.profile}`) },
          { label: t("settings.profile.directory"), value: <Copyable text={description.profileDirectory} /> },
          { label: t("settings.profile.modules"), value: String(description.moduleCount) },
          { label: t("settings.profile.version"), value: description.version },
          { label: t("settings.profile.runtime"), value: description.runtime },
          {
            label: t("settings.profile.secrets"),
            value: (
              <Group gap="xs">
                {t(`settings.vault.kept.${description.vault.protection}`)}
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  onClick={() => {
                    open("settings", "security");
                  }}
                >
                  {t("settings.profile.openSecurity")}
                </Anchor>
              </Group>
            ),
          },
          { label: t("settings.profile.started"), value: <RelativeTime at={description.startedAt} /> },
        ]}
      />
      <Group gap="xs">
        {description.profile === "practice" ? null : (
          <Button
            variant="default"
            onClick={() => {
              setNext("practice");
            }}
          >
            {t("settings.profile.openPractice")}
          </Button>
        )}
        {description.profile === "site" ? null : (
          <Button
            variant="default"
            onClick={() => {
              setNext("site");
            }}
          >
            {t("settings.profile.openSite")}
          </Button>
        )}
      </Group>
      <OpenProfileDialog
        profile={next}
        onEnd={() => {
          setNext(null);
        }}
      />
    </div>
  );
}

interface OpenProfileDialogProps {
  readonly profile: OpenableProfile | null;
  readonly onEnd: () => void;
}

function OpenProfileDialog({ profile, onEnd }: OpenProfileDialogProps) {
  const { t } = useTranslation();
  const opening = useCommand("profile.open");
  // The refusal names what waits; confirming once more is on purpose.
  const isWarned = opening.fault?.kind === "not-allowed" && opening.fault.rule === "work-waiting";
  const end = (): void => {
    opening.clearFault();
    onEnd();
  };
  return (
    <ConfirmDialog
      isOpen={profile !== null}
      title={t("settings.profile.openTitle")}
      consequences={[t("settings.profile.openKept"), t("settings.profile.openLost")]}
      confirmLabel={t(
        isWarned
          ? "settings.profile.openAnyway"
          : profile === "practice"
            ? "settings.profile.openPractice"
            : "settings.profile.openSite",
      )}
      isRunning={opening.isRunning}
      fault={opening.fault}
      onCancel={end}
      onConfirm={() => {
        if (!profile) return;
        void opening.run({ profile, evenIfWaiting: isWarned }).then((result) => {
          if (result.ok) end();
        });
      }}
    />
  );
}
