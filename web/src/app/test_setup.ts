import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { loadWords, type Namespace, startI18n } from "@/i18n/i18n";
import { dictionary } from "@/i18n/zh";
import { words } from "@/i18n/zh_first";

await startI18n("zh");
await loadWords((Object.keys(dictionary) as Namespace[]).filter((name) => !(name in words)));
afterEach(cleanup);
