import { gather } from "./gather";

export const dictionary = gather(import.meta.glob("./en/*.ts", { eager: true, import: "default" }));
