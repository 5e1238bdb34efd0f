import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TariffContent, TariffRow, TariffVersion } from "../../../main/contract/shapes/tariff";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { DifferenceTable } from "../../parts/difference-table";
import { FaultNotice } from "../../parts/fault-notice";
import { PaneSection } from "../../parts/pane-section";
import { RelativeTime } from "../../parts/relative-time";
import { tariffDifferences } from "./tariff-differences";

interface TariffVersionsProps {
  readonly tariff: TariffRow;
  readonly onTakeOver: (content: TariffContent) => void;
}

/** What the tariff said before, each version against the current one. */
export function TariffVersions({ tariff, onTakeOver }: TariffVersionsProps) {
  const { t } = useTranslation();
  const versions = useQuery("tariff.versions", { id: tariff.id });
  const earlier = versions.value?.filter((one) => one.version < tariff.version) ?? [];
  const used = t("tariffs.usedBy", { count: tariff.currentServices });
  return (
    <PaneSection title={t("tariffs.section.versions")}>
      <FaultNotice fault={versions.fault} onRetry={versions.reload} />
      <div>
        <div className="tariff-version">
          <div className="tariff-version-head">
            {t("tariffs.versions.current", { version: tariff.version })}
            <span className="quiet">{t("tariffs.versions.currentUse", { used })}</span>
          </div>
        </div>
        {earlier.map((one) => (
          <EarlierVersion key={one.version} earlier={one} current={tariff} onTakeOver={onTakeOver} />
        ))}
      </div>
      {versions.value && earlier.length === 0 ? <span className="quiet">{t("tariffs.versions.none")}</span> : null}
    </PaneSection>
  );
}

interface EarlierVersionProps {
  readonly earlier: TariffVersion;
  readonly current: TariffRow;
  readonly onTakeOver: (content: TariffContent) => void;
}

function EarlierVersion({ earlier, current, onTakeOver }: EarlierVersionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className="tariff-version">
      <div className="tariff-version-head">
        <Button
          variant="subtle"
          color="gray"
          ml={-8}
          px={8}
          aria-expanded={isOpen}
          leftSection={<Chevron size="1.1em" aria-hidden />}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {t("tariffs.versions.version", { version: earlier.version })}
        </Button>
        <span className="quiet">
          {t("tariffs.versions.by", { name: earlier.createdBy })} · <RelativeTime at={earlier.createdAt} />
        </span>
      </div>
      {isOpen ? <VersionDifferences earlier={earlier} current={current} onTakeOver={onTakeOver} /> : null}
    </div>
  );
}

function VersionDifferences({ earlier, current, onTakeOver }: EarlierVersionProps) {
  const { t } = useTranslation();
  const modules = useQuery("module.list", {}).value ?? [];
  const enumerations = useQuery("enumeration.list", {}).value ?? [];
  const nameIn = (records: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    records.find((one) => one.id === id)?.name ?? id;
  const differences = tariffDifferences(earlier.content, current, {
    t,
    moduleName: nameIn(modules),
    enumerationName: nameIn(enumerations),
  });
  if (differences.length === 0) return <span className="quiet">{t("tariffs.versions.same")}</span>;
  return (
    <>
      <DifferenceTable
        label={t("tariffs.versions.differences", { version: earlier.version })}
        differences={differences}
        before={t("tariffs.versions.version", { version: earlier.version })}
        after={t("tariffs.versions.version", { version: current.version })}
      />
      <Allowed to="tariff.save">
        <div>
          <Button
            variant="default"
            onClick={() => {
              onTakeOver(earlier.content);
            }}
          >
            {t("tariffs.versions.takeOver")}
          </Button>
        </div>
      </Allowed>
    </>
  );
}
