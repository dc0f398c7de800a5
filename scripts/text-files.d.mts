export declare const TEXT_FILES: { readonly [ending: string]: 'text' };
