import { Button, Menu, Switch, Table } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { TariffResourceRow } from "./tariff-resource-row";
import { missingAddOns, newAddOn, withAllAddOns, type ResourceDraft, type TariffDraft } from "./tariff-draft";
import "./tariff-tables.css";

interface TariffResourcesProps {
  readonly draft: TariffDraft;
  readonly messageAt: (path: string) => string | undefined;
  readonly onChange: (values: Pick<TariffDraft, "resources" | "createAllAddOns">) => void;
}

/** The six resources: how much is contained, how much can be ordered, and what more of it costs. */
export function TariffResources({ draft, messageAt, onChange }: TariffResourcesProps) {
  const { t } = useTranslation();
  const { resources, currency, createAllAddOns } = draft;
  const missing = missingAddOns(resources);
  const putResources = (next: ResourceDraft[]): void => {
    onChange({ resources: next, createAllAddOns: createAllAddOns && missingAddOns(next).length === 0 });
  };
  return (
    <>
      <Switch
        label={t("tariffs.field.createAllAddOns")}
        description={t("tariffs.field.createAllAddOnsHint")}
        checked={createAllAddOns}
        onChange={(event) => {
          const isOn = event.currentTarget.checked;
          onChange({ createAllAddOns: isOn, resources: isOn ? withAllAddOns(resources, currency) : resources });
        }}
      />
      <div className="tariff-table">
        {resources.length === 0 ? (
          <span className="quiet">{t("tariffs.noResources")}</span>
        ) : (
          <Table verticalSpacing={4} horizontalSpacing={6} withRowBorders={false} miw={600}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("tariffs.column.resource")}</Table.Th>
                <Table.Th w="13%">{t("tariffs.column.included")}</Table.Th>
                <Table.Th w="13%">{t("tariffs.column.maximum")}</Table.Th>
                <Table.Th w="11%">{t("tariffs.column.step")}</Table.Th>
                <Table.Th w="13%">{t("tariffs.column.measure")}</Table.Th>
                <Table.Th w="17%">{t("tariffs.column.stepPrice")}</Table.Th>
                <Table.Th w={48}>{t("tariffs.column.isActive")}</Table.Th>
                <Table.Th w={36} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {resources.map((resource, index) => (
                <TariffResourceRow
                  key={resource.name}
                  resource={resource}
                  currency={currency}
                  messageAt={(field) => messageAt(`resources.${String(index)}.${field}`)}
                  onChange={(values) => {
                    putResources(resources.map((one, at) => (at === index ? { ...one, ...values } : one)));
                  }}
                  onRemove={() => {
                    putResources(resources.filter((_, at) => at !== index));
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {missing.length === 0 ? null : (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="subtle" leftSection={<IconPlus size="1.1em" aria-hidden />}>
                {t("tariffs.addResource")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {missing.map((name) => (
                <Menu.Item
                  key={name}
                  onClick={() => {
                    putResources([...resources, newAddOn(name, currency)]);
                  }}
                >
                  {t(`tariffs.resource.${name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </>
  );
}
