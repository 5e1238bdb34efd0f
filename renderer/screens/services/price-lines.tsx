import type { Price } from "../../../main/contract/shapes/tariff";
import { useQuery } from "../../hooks/use-query";
import { PriceLines as Lines } from "../../parts/price-lines";

interface PriceLinesProps {
  readonly price: Price;
  readonly tariffId: string;
  readonly periodMonths: number;
}

/** What is paid for the first period, with the names that the tariff gives its resources now. */
export function PriceLines({ price, tariffId, periodMonths }: PriceLinesProps) {
  const tariffs = useQuery("tariff.list", {});
  const tariff = tariffs.value?.find((one) => one.id === tariffId);
  return <Lines price={price} resources={tariff?.resources ?? []} periodMonths={periodMonths} />;
}
