import { Button, Menu, Tooltip } from "@mantine/core";
import { IconPlaylistAdd, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useRight } from "../../hooks/use-right";
import { Allowed } from "../../parts/allowed";
import { Editable } from "../../parts/editable";
import { comparePeriods, usePeriodWords } from "../../parts/period-words";
import type { FieldMessages } from "./field-messages";
import { ResourceForm } from "./resource-form";
import { ResourceLine } from "./resource-line";
import { moved } from "./tariff-changes";
import type { PeriodDraft, ResourceDraft, TariffDraft } from "./tariff-draft";
import { missingAddOns, offeredResources, ownDraft, usualDraft, withAllAddOns } from "./usual-resources";
import "./resources.css";

interface TariffResourcesProps {
  readonly draft: TariffDraft;
  readonly messages: FieldMessages;
  /** Which option stands open, by its key. */
  readonly openKey: string | null;
  /** With an empty key none opens. */
  readonly onOpen: (key: string) => void;
  readonly onChange: (resources: ResourceDraft[]) => void;
}

/** The options: a line each that opens into a form. Alt with an arrow moves the line that has the focus. */
export function TariffResources({ draft, messages, openKey, onOpen, onChange }: TariffResourcesProps) {
  const { t } = useTranslation();
  const periodWords = usePeriodWords();
  const { resources } = draft;
  const maySave = useRight("tariff.save");
  const shortest = shortestPeriod(draft.periods);
  return (
    <>
      {resources.length === 0 ? (
        <span className="quiet">{t("tariffs.noResources")}</span>
      ) : (
        <div className="resource-table">
          <div className="resource-grid resource-head" aria-hidden>
            <span>{t("tariffs.column.resource")}</span>
            <span>{t("tariffs.column.included")}</span>
            <span>{t("tariffs.column.maximum")}</span>
            <span>{t("tariffs.column.step")}</span>
            <span>
              {t("tariffs.column.stepPrice", { period: shortest ? periodWords(Number(shortest.months)) : "" })}
            </span>
            <span>{t("tariffs.column.changeBy")}</span>
          </div>
          {resources.map((resource, index) => {
            const path = `resources.${String(index)}`;
            const move = (to: number): void => {
              onChange(moved(resources, index, to));
            };
            const isOpen = resource.key === openKey;
            return (
              <div key={resource.key} className="resource" data-open={isOpen || undefined}>
                <ResourceLine
                  resource={resource}
                  currency={draft.currency}
                  period={shortest}
                  messageCount={messages.countUnder(path)}
                  isOpen={isOpen}
                  onToggle={() => {
                    onOpen(isOpen ? "" : resource.key);
                  }}
                  onMove={(by) => {
                    if (maySave) move(index + by);
                  }}
                />
                {isOpen ? (
                  <Editable by="tariff.save">
                    <ResourceForm
                      resource={resource}
                      draft={draft}
                      path={path}
                      messages={messages}
                      onChange={(changed) => {
                        onChange(resources.with(index, changed));
                      }}
                      canMove={{ up: index > 0, down: index < resources.length - 1 }}
                      onMove={(by) => {
                        move(index + by);
                      }}
                      onRemove={() => {
                        onChange(resources.toSpliced(index, 1));
                      }}
                    />
                  </Editable>
                ) : null}
              </div>
            );
          })}
        </div>
      )}
      <Allowed to="tariff.save">
        <ResourceButtons
          draft={draft}
          onAdd={(added) => {
            onChange([...resources, added]);
            onOpen(added.key);
          }}
          onAddAll={() => {
            onChange(withAllAddOns(draft.productType, resources));
          }}
        />
      </Allowed>
    </>
  );
}

interface ResourceButtonsProps {
  readonly draft: TariffDraft;
  readonly onAdd: (resource: ResourceDraft) => void;
  readonly onAddAll: () => void;
}

function ResourceButtons({ draft: { productType, resources }, onAdd, onAddAll }: ResourceButtonsProps) {
  const { t } = useTranslation();
  const isComplete = missingAddOns(productType, resources).length === 0;
  return (
    <div className="resource-buttons">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconPlus size="1.1em" aria-hidden />}>
            {t("tariffs.addResource")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offeredResources(productType, resources).map((usual) => (
            <Menu.Item
              key={usual.name}
              onClick={() => {
                onAdd(usualDraft(usual));
              }}
            >
              {usual.title} <span className="mono quiet">{usual.name}</span>
            </Menu.Item>
          ))}
          <Menu.Item
            onClick={() => {
              onAdd(ownDraft(resources));
            }}
          >
            {t("tariffs.ownResource")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={t(isComplete ? "tariffs.allAddOnsThere" : "tariffs.createAllAddOnsHint")}>
        <Button
          variant="subtle"
          leftSection={<IconPlaylistAdd size="1.2em" aria-hidden />}
          disabled={isComplete}
          onClick={onAddAll}
        >
          {t("tariffs.createAllAddOns")}
        </Button>
      </Tooltip>
    </div>
  );
}

function shortestPeriod(periods: readonly PeriodDraft[]): PeriodDraft | undefined {
  const known = periods.filter(({ months }) => months !== "");
  return known.sort((left, right) => comparePeriods(Number(left.months), Number(right.months)))[0];
}
