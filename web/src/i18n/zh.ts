import { gather } from "./gather";

export const dictionary = gather(import.meta.glob("./zh/*.ts", { eager: true, import: "default" }));
