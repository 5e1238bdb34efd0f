import { Anchor, Button, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { useKeptForm } from "../../hooks/use-kept-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import type { OrderCustomer } from "./order-draft";

interface NewCustomerProps {
  readonly onAdded: (customer: OrderCustomer) => void;
  readonly onCancel: () => void;
}

const emptyCustomer = { name: "", email: "" };

/** A customer who is not known yet, added in the middle of an order. */
export function NewCustomer({ onAdded, onCancel }: NewCustomerProps) {
  const { t } = useTranslation();
  const { values, change, forget } = useKeptForm("order customer", emptyCustomer);
  const add = useCommand("customer.add");
  const issues = issuesByField(add.fault);
  const submit = async (): Promise<void> => {
    const result = await add.run({ name: values.name.trim(), email: values.email.trim() });
    if (!result.ok) return;
    forget();
    onAdded(result.value);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          withAsterisk
          label={t("orders.field.customerName")}
          maxLength={120}
          value={values.name}
          error={issues["name"]}
          onChange={(event) => {
            const name = event.currentTarget.value;
            change((before) => ({ ...before, name }));
          }}
        />
        <TextInput
          flex={1}
          withAsterisk
          label={t("orders.field.customerEmail")}
          description={t("orders.field.customerEmailHint")}
          inputWrapperOrder={["label", "input", "error", "description"]}
          inputMode="email"
          maxLength={200}
          value={values.email}
          error={issues["email"]}
          onChange={(event) => {
            const email = event.currentTarget.value;
            change((before) => ({ ...before, email }));
          }}
        />
        <Button type="submit" variant="default" mt="1.35rem" loading={add.isRunning}>
          {t("orders.field.addCustomer")}
        </Button>
      </Group>
      {isCoveredByFields(add.fault, ["name", "email"]) ? null : <FaultNotice fault={add.fault} />}
      <Anchor component="button" type="button" size="xs" mt={4} onClick={onCancel}>
        {t("orders.field.knownCustomer")}
      </Anchor>
    </form>
  );
}
