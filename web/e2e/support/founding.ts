import { type APIRequestContext, expect } from "@playwright/test";
import type { Appliance } from "./appliance";
import { PASSWORD } from "./person";

/** Sets the workspace up with the sample company and equipment repair, as the browser's first run does. */
export async function found(request: APIRequestContext, appliance: Appliance): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: appliance.url };
  const proved = await request.post("/api/v1/setup/code", { headers, data: { code: appliance.setupCode } });
  const { token } = await proved.json();
  const data = {
    token,
    language: "zh",
    organisation: "华信精密制造",
    zone: "Asia/Shanghai",
    administrator: { login: "admin", name: "林管理", password: PASSWORD },
    start: "repair",
    sample: true,
  };
  const founded = await request.post("/api/v1/setup", { headers, data });
  expect(founded.ok(), await founded.text()).toBe(true);
}
