import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { Allowed } from "../../parts/allowed";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { PaneSection } from "../../parts/pane-section";
import { ConnectionForm } from "./connection-form";
import { FingerprintGroups } from "./fingerprint-groups";

/** How the panel is reached, and the form to change it. */
export function ModuleConnection({ module }: { readonly module: Module }) {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <PaneSection
      title={t("modules.detail.connection")}
      aside={
        isChanging ? null : (
          <Allowed to="module.save">
            <Button
              variant="default"
              onClick={() => {
                setIsChanging(true);
              }}
            >
              {t("modules.detail.changeConnection")}
            </Button>
          </Allowed>
        )
      }
    >
      {isChanging ? (
        <ConnectionForm
          module={module}
          onEnd={() => {
            setIsChanging(false);
          }}
        />
      ) : (
        <FactTable
          facts={[
            ...(module.dialect === null
              ? []
              : [{ label: t("modules.field.dialect"), value: t(`modules.dialect.${module.dialect}`) }]),
            { label: t("modules.field.url"), value: <Copyable text={module.url} /> },
            { label: t("modules.field.username"), value: <Copyable text={module.username} /> },
            {
              label: t("modules.certificate.fingerprint"),
              value: module.certificate ? (
                <Group>
                  <FingerprintGroups fingerprint={module.certificate.fingerprint} />
                </Group>
              ) : null,
              missing: t(
                module.url.startsWith("https:") ? "modules.certificate.byAuthority" : "modules.certificate.unencrypted",
              ),
            },
          ]}
        />
      )}
    </PaneSection>
  );
}
