import { Anchor, Select, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { NewCustomer } from "./new-customer";
import type { OrderCustomer } from "./order-draft";

interface CustomerFieldProps {
  readonly customer: OrderCustomer | null;
  readonly error: string | undefined;
  readonly onChange: (customer: OrderCustomer | null) => void;
}

const searchDelayMs = 200;
const shownCustomers = 50;

/** Finds a customer by name or e-mail, or adds one without leaving the order. */
export function CustomerField({ customer, error, onChange }: CustomerFieldProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const [search, setSearch] = useState("");
  // The field shows the chosen customer as its search; looking for exactly that would hide all others.
  const typed = customer && search === labelOf(customer) ? "" : search.trim();
  const [settled] = useDebouncedValue(typed, searchDelayMs);
  const found = useQuery("customer.list", { search: settled, limit: shownCustomers });

  if (isAdding) {
    return (
      <NewCustomer
        onAdded={(added) => {
          setIsAdding(false);
          onChange(added);
        }}
        onCancel={() => {
          setIsAdding(false);
        }}
      />
    );
  }
  const rows = found.value?.rows ?? [];
  const offered = customer && !rows.some((row) => row.id === customer.id) ? [customer, ...rows] : rows;
  return (
    <div>
      <Select
        withAsterisk
        searchable
        openOnFocus={false}
        clearable
        aria-label={t("orders.field.customer")}
        placeholder={t("orders.field.customerPlaceholder")}
        nothingFoundMessage={found.value ? t("orders.field.noCustomer") : t("parts.loading")}
        data={offered.map((row) => ({ value: row.id, label: labelOf(row) }))}
        // The program has searched already, by name and e-mail.
        filter={({ options }) => options}
        searchValue={search}
        onSearchChange={setSearch}
        value={customer?.id ?? null}
        error={error}
        onChange={(id) => {
          onChange(offered.find((row) => row.id === id) ?? null);
        }}
      />
      <Text size="xs" mt={4}>
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {t("orders.field.newCustomer")}
        </Anchor>
      </Text>
    </div>
  );
}

function labelOf({ name, email }: OrderCustomer): string {
  return `${name} · ${email}`;
}
