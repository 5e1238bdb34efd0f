import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { describeCatalogue } from "../../main/contract/catalogue-schema";

it("publishes the JSON Schema of the catalogue as it is now (vitest -u writes it anew)", async () => {
  const file = "main/contract/catalogue.schema.json";
  const options = { ...(await resolveConfig(file)), parser: "json" };
  const text = await format(JSON.stringify(describeCatalogue()), options);
  expect(text).toContain('"rackside-catalogue"');
  await expect(text).toMatchFileSnapshot(`../../${file}`);
});
