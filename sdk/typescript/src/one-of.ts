/** `Common` and exactly one member of `Content`; the others are known to be absent, so that a look at one tells the types of all. */
export type OneOf<Common, Content> = {
    [Name in keyof Content]: Common & { [Present in Name]: Content[Present] } & { [Absent in Exclude<keyof Content, Name>]?: undefined };
}[keyof Content];
