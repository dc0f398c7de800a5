import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  maskCommand,
  quoteAt
} from "./chunk-GNM2YJYD.js";
import {
  parse
} from "./chunk-YQTERKFS.js";
import {
  lineStarts,
  placeFinder
} from "./chunk-JKDTOFAZ.js";
import {
  isFile
} from "./chunk-D4W2ZF7R.js";
import {
  readBlobs
} from "./chunk-POL6UJM2.js";
import {
  isUtf16
} from "./chunk-7AY46YQM.js";
import {
  createLiveSelector,
  createLocator,
  criticalRoots
} from "./chunk-ZAY2COUY.js";
import {
  excerptOf
} from "./chunk-AUGRHBBV.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  atLeast,
  fingerprint
} from "./chunk-LHQRXSF5.js";
import {
  ROOT,
  confidenceOf,
  escapeExpression,
  gatesOf,
  inCheckout,
  joined,
  joinedAll,
  joinedBy,
  knownEnd,
  knownStart,
  literalOf,
  locate,
  nameOf,
  parentOf,
  sameText,
  scriptRules,
  segmentsOf,
  shellQuoted,
  shown,
  splitAt,
  suppressionUnused,
  suppressionWithoutReason,
  withoutStart
} from "./chunk-JVBW2P7D.js";
import {
  byPath,
  compareText,
  escapeGlob,
  isLive,
  shellPattern,
  withoutSecrets
} from "./chunk-HCG7IYJE.js";
import {
  baseName,
  directoryOf
} from "./chunk-5MHRYX67.js";
import {
  addTo,
  groupBy
} from "./chunk-5MHXILHF.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import {
  __commonJS,
  __esm,
  __export,
  __toCommonJS,
  __toESM
} from "./chunk-VX4HL5QL.js";

// node_modules/dockerfile-ast/lib/argument.js
var require_argument = __commonJS({
  "node_modules/dockerfile-ast/lib/argument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Argument = void 0;
    var Argument = class {
      constructor(value, range) {
        this.value = value;
        this.range = range;
      }
      toString() {
        return this.value;
      }
      getRange() {
        return this.range;
      }
      getValue() {
        return this.value;
      }
      isAfter(position) {
        if (this.range.end.line < position.line) {
          return false;
        }
        return this.range.start.line > position.line ? true : this.range.start.character > position.character;
      }
      isBefore(position) {
        if (this.range.start.line < position.line) {
          return true;
        }
        return this.range.end.line > position.line ? false : this.range.end.character < position.character;
      }
    };
    exports.Argument = Argument;
  }
});

// node_modules/dockerfile-ast/lib/jsonArgument.js
var require_jsonArgument = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonArgument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONArgument = void 0;
    var argument_1 = require_argument();
    var JSONArgument = class extends argument_1.Argument {
      constructor(value, range, jsonRange) {
        super(value, range);
        this.jsonRange = jsonRange;
      }
      getJSONRange() {
        return this.jsonRange;
      }
      getJSONValue() {
        let value = super.getValue();
        value = value.substring(1, value.length - 1);
        return value;
      }
    };
    exports.JSONArgument = JSONArgument;
  }
});

// node_modules/vscode-languageserver-types/lib/esm/main.js
var main_exports = {};
__export(main_exports, {
  AnnotatedTextEdit: () => AnnotatedTextEdit,
  ApplyKind: () => ApplyKind,
  ChangeAnnotation: () => ChangeAnnotation,
  ChangeAnnotationIdentifier: () => ChangeAnnotationIdentifier,
  CodeAction: () => CodeAction,
  CodeActionContext: () => CodeActionContext,
  CodeActionKind: () => CodeActionKind,
  CodeActionTag: () => CodeActionTag,
  CodeActionTriggerKind: () => CodeActionTriggerKind,
  CodeDescription: () => CodeDescription,
  CodeLens: () => CodeLens,
  Color: () => Color,
  ColorInformation: () => ColorInformation,
  ColorPresentation: () => ColorPresentation,
  Command: () => Command,
  CompletionItem: () => CompletionItem,
  CompletionItemKind: () => CompletionItemKind,
  CompletionItemLabelDetails: () => CompletionItemLabelDetails,
  CompletionItemTag: () => CompletionItemTag,
  CompletionList: () => CompletionList,
  CreateFile: () => CreateFile,
  DeleteFile: () => DeleteFile,
  Diagnostic: () => Diagnostic,
  DiagnosticRelatedInformation: () => DiagnosticRelatedInformation,
  DiagnosticSeverity: () => DiagnosticSeverity,
  DiagnosticTag: () => DiagnosticTag,
  DocumentHighlight: () => DocumentHighlight,
  DocumentHighlightKind: () => DocumentHighlightKind,
  DocumentLink: () => DocumentLink,
  DocumentSymbol: () => DocumentSymbol,
  DocumentUri: () => DocumentUri,
  EOL: () => EOL,
  FoldingRange: () => FoldingRange,
  FoldingRangeKind: () => FoldingRangeKind,
  FormattingOptions: () => FormattingOptions,
  Hover: () => Hover,
  InlayHint: () => InlayHint,
  InlayHintKind: () => InlayHintKind,
  InlayHintLabelPart: () => InlayHintLabelPart,
  InlineCompletionContext: () => InlineCompletionContext,
  InlineCompletionItem: () => InlineCompletionItem,
  InlineCompletionList: () => InlineCompletionList,
  InlineCompletionTriggerKind: () => InlineCompletionTriggerKind,
  InlineValueContext: () => InlineValueContext,
  InlineValueEvaluatableExpression: () => InlineValueEvaluatableExpression,
  InlineValueText: () => InlineValueText,
  InlineValueVariableLookup: () => InlineValueVariableLookup,
  InsertReplaceEdit: () => InsertReplaceEdit,
  InsertTextFormat: () => InsertTextFormat,
  InsertTextMode: () => InsertTextMode,
  LanguageKind: () => LanguageKind,
  Location: () => Location,
  LocationLink: () => LocationLink,
  MarkedString: () => MarkedString,
  MarkupContent: () => MarkupContent,
  MarkupKind: () => MarkupKind,
  OptionalVersionedTextDocumentIdentifier: () => OptionalVersionedTextDocumentIdentifier,
  ParameterInformation: () => ParameterInformation,
  Position: () => Position,
  Range: () => Range,
  RenameFile: () => RenameFile,
  SelectedCompletionInfo: () => SelectedCompletionInfo,
  SelectionRange: () => SelectionRange,
  SemanticTokenModifiers: () => SemanticTokenModifiers,
  SemanticTokenTypes: () => SemanticTokenTypes,
  SemanticTokens: () => SemanticTokens,
  SignatureInformation: () => SignatureInformation,
  SnippetTextEdit: () => SnippetTextEdit,
  StringValue: () => StringValue,
  SymbolInformation: () => SymbolInformation,
  SymbolKind: () => SymbolKind,
  SymbolTag: () => SymbolTag,
  TextDocument: () => TextDocument,
  TextDocumentEdit: () => TextDocumentEdit,
  TextDocumentIdentifier: () => TextDocumentIdentifier,
  TextDocumentItem: () => TextDocumentItem,
  TextEdit: () => TextEdit,
  URI: () => URI,
  VersionedTextDocumentIdentifier: () => VersionedTextDocumentIdentifier,
  WorkspaceChange: () => WorkspaceChange,
  WorkspaceEdit: () => WorkspaceEdit,
  WorkspaceFolder: () => WorkspaceFolder,
  WorkspaceSymbol: () => WorkspaceSymbol,
  integer: () => integer,
  uinteger: () => uinteger
});
var DocumentUri, URI, integer, uinteger, Position, Range, Location, LocationLink, Color, ColorInformation, ColorPresentation, FoldingRangeKind, FoldingRange, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, CodeDescription, Diagnostic, Command, TextEdit, ChangeAnnotation, ChangeAnnotationIdentifier, AnnotatedTextEdit, TextDocumentEdit, CreateFile, RenameFile, DeleteFile, WorkspaceEdit, TextEditChangeImpl, SnippetTextEdit, ChangeAnnotations, WorkspaceChange, TextDocumentIdentifier, VersionedTextDocumentIdentifier, OptionalVersionedTextDocumentIdentifier, LanguageKind, TextDocumentItem, MarkupKind, MarkupContent, CompletionItemKind, InsertTextFormat, CompletionItemTag, InsertReplaceEdit, InsertTextMode, ApplyKind, CompletionItemLabelDetails, CompletionItem, CompletionList, MarkedString, Hover, ParameterInformation, SignatureInformation, DocumentHighlightKind, DocumentHighlight, SymbolKind, SymbolTag, SymbolInformation, WorkspaceSymbol, DocumentSymbol, CodeActionKind, CodeActionTriggerKind, CodeActionContext, CodeActionTag, CodeAction, CodeLens, FormattingOptions, DocumentLink, SelectionRange, SemanticTokenTypes, SemanticTokenModifiers, SemanticTokens, InlineValueText, InlineValueVariableLookup, InlineValueEvaluatableExpression, InlineValueContext, InlayHintKind, InlayHintLabelPart, InlayHint, StringValue, InlineCompletionItem, InlineCompletionList, InlineCompletionTriggerKind, SelectedCompletionInfo, InlineCompletionContext, WorkspaceFolder, EOL, TextDocument, FullTextDocument, Is;
var init_main = __esm({
  "node_modules/vscode-languageserver-types/lib/esm/main.js"() {
    "use strict";
    (function(DocumentUri2) {
      function is(value) {
        return typeof value === "string";
      }
      DocumentUri2.is = is;
    })(DocumentUri || (DocumentUri = {}));
    (function(URI2) {
      function is(value) {
        return typeof value === "string";
      }
      URI2.is = is;
    })(URI || (URI = {}));
    (function(integer2) {
      integer2.MIN_VALUE = -2147483648;
      integer2.MAX_VALUE = 2147483647;
      function is(value) {
        return typeof value === "number" && integer2.MIN_VALUE <= value && value <= integer2.MAX_VALUE;
      }
      integer2.is = is;
    })(integer || (integer = {}));
    (function(uinteger2) {
      uinteger2.MIN_VALUE = 0;
      uinteger2.MAX_VALUE = 2147483647;
      function is(value) {
        return typeof value === "number" && uinteger2.MIN_VALUE <= value && value <= uinteger2.MAX_VALUE;
      }
      uinteger2.is = is;
    })(uinteger || (uinteger = {}));
    (function(Position2) {
      function create(line, character) {
        if (line === Number.MAX_VALUE) {
          line = uinteger.MAX_VALUE;
        }
        if (character === Number.MAX_VALUE) {
          character = uinteger.MAX_VALUE;
        }
        return { line, character };
      }
      Position2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.line) && Is.uinteger(candidate.character);
      }
      Position2.is = is;
    })(Position || (Position = {}));
    (function(Range2) {
      function create(one, two, three, four) {
        if (Is.uinteger(one) && Is.uinteger(two) && Is.uinteger(three) && Is.uinteger(four)) {
          return { start: Position.create(one, two), end: Position.create(three, four) };
        } else if (Position.is(one) && Position.is(two)) {
          return { start: one, end: two };
        } else {
          throw new Error(`Range#create called with invalid arguments[${one}, ${two}, ${three}, ${four}]`);
        }
      }
      Range2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Position.is(candidate.start) && Position.is(candidate.end);
      }
      Range2.is = is;
    })(Range || (Range = {}));
    (function(Location2) {
      function create(uri, range) {
        return { uri, range };
      }
      Location2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (Is.string(candidate.uri) || Is.undefined(candidate.uri));
      }
      Location2.is = is;
    })(Location || (Location = {}));
    (function(LocationLink2) {
      function create(targetUri, targetRange, targetSelectionRange, originSelectionRange) {
        return { targetUri, targetRange, targetSelectionRange, originSelectionRange };
      }
      LocationLink2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.targetRange) && Is.string(candidate.targetUri) && Range.is(candidate.targetSelectionRange) && (Range.is(candidate.originSelectionRange) || Is.undefined(candidate.originSelectionRange));
      }
      LocationLink2.is = is;
    })(LocationLink || (LocationLink = {}));
    (function(Color2) {
      function create(red, green, blue, alpha) {
        return {
          red,
          green,
          blue,
          alpha
        };
      }
      Color2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.numberRange(candidate.red, 0, 1) && Is.numberRange(candidate.green, 0, 1) && Is.numberRange(candidate.blue, 0, 1) && Is.numberRange(candidate.alpha, 0, 1);
      }
      Color2.is = is;
    })(Color || (Color = {}));
    (function(ColorInformation2) {
      function create(range, color) {
        return {
          range,
          color
        };
      }
      ColorInformation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && Color.is(candidate.color);
      }
      ColorInformation2.is = is;
    })(ColorInformation || (ColorInformation = {}));
    (function(ColorPresentation2) {
      function create(label, textEdit, additionalTextEdits) {
        return {
          label,
          textEdit,
          additionalTextEdits
        };
      }
      ColorPresentation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.undefined(candidate.textEdit) || TextEdit.is(candidate.textEdit)) && (Is.undefined(candidate.additionalTextEdits) || Is.typedArray(candidate.additionalTextEdits, TextEdit.is));
      }
      ColorPresentation2.is = is;
    })(ColorPresentation || (ColorPresentation = {}));
    (function(FoldingRangeKind2) {
      FoldingRangeKind2.Comment = "comment";
      FoldingRangeKind2.Imports = "imports";
      FoldingRangeKind2.Region = "region";
    })(FoldingRangeKind || (FoldingRangeKind = {}));
    (function(FoldingRange2) {
      function create(startLine, endLine, startCharacter, endCharacter, kind, collapsedText) {
        const result = {
          startLine,
          endLine
        };
        if (Is.defined(startCharacter)) {
          result.startCharacter = startCharacter;
        }
        if (Is.defined(endCharacter)) {
          result.endCharacter = endCharacter;
        }
        if (Is.defined(kind)) {
          result.kind = kind;
        }
        if (Is.defined(collapsedText)) {
          result.collapsedText = collapsedText;
        }
        return result;
      }
      FoldingRange2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.startLine) && Is.uinteger(candidate.endLine) && (Is.undefined(candidate.startCharacter) || Is.uinteger(candidate.startCharacter)) && (Is.undefined(candidate.endCharacter) || Is.uinteger(candidate.endCharacter)) && (Is.undefined(candidate.kind) || Is.string(candidate.kind));
      }
      FoldingRange2.is = is;
    })(FoldingRange || (FoldingRange = {}));
    (function(DiagnosticRelatedInformation2) {
      function create(location, message) {
        return {
          location,
          message
        };
      }
      DiagnosticRelatedInformation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Location.is(candidate.location) && Is.string(candidate.message);
      }
      DiagnosticRelatedInformation2.is = is;
    })(DiagnosticRelatedInformation || (DiagnosticRelatedInformation = {}));
    (function(DiagnosticSeverity2) {
      DiagnosticSeverity2.Error = 1;
      DiagnosticSeverity2.Warning = 2;
      DiagnosticSeverity2.Information = 3;
      DiagnosticSeverity2.Hint = 4;
    })(DiagnosticSeverity || (DiagnosticSeverity = {}));
    (function(DiagnosticTag2) {
      DiagnosticTag2.Unnecessary = 1;
      DiagnosticTag2.Deprecated = 2;
    })(DiagnosticTag || (DiagnosticTag = {}));
    (function(CodeDescription2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.href);
      }
      CodeDescription2.is = is;
    })(CodeDescription || (CodeDescription = {}));
    (function(Diagnostic2) {
      function create(range, message, severity, code, source, relatedInformation) {
        const result = { range, message };
        if (Is.defined(severity)) {
          result.severity = severity;
        }
        if (Is.defined(code)) {
          result.code = code;
        }
        if (Is.defined(source)) {
          result.source = source;
        }
        if (Is.defined(relatedInformation)) {
          result.relatedInformation = relatedInformation;
        }
        return result;
      }
      Diagnostic2.create = create;
      function is(value) {
        var _a;
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.string(candidate.message) || MarkupContent.is(candidate.message)) && (Is.number(candidate.severity) || Is.undefined(candidate.severity)) && (Is.integer(candidate.code) || Is.string(candidate.code) || Is.undefined(candidate.code)) && (Is.undefined(candidate.codeDescription) || Is.string((_a = candidate.codeDescription) === null || _a === void 0 ? void 0 : _a.href)) && (Is.string(candidate.source) || Is.undefined(candidate.source)) && (Is.undefined(candidate.relatedInformation) || Is.typedArray(candidate.relatedInformation, DiagnosticRelatedInformation.is));
      }
      Diagnostic2.is = is;
      function is3_17(value) {
        return Is.string(value.message);
      }
      Diagnostic2.is3_17 = is3_17;
      function getMessageString(diagnostic) {
        if (Is.string(diagnostic.message)) {
          return diagnostic.message;
        } else if (MarkupContent.is(diagnostic.message)) {
          return diagnostic.message.value;
        } else {
          throw new Error(`Unknown message type ${typeof diagnostic.message}`);
        }
      }
      Diagnostic2.getMessageString = getMessageString;
    })(Diagnostic || (Diagnostic = {}));
    (function(Command2) {
      function create(title, command3, ...args) {
        const result = { title, command: command3 };
        if (Is.defined(args) && args.length > 0) {
          result.arguments = args;
        }
        return result;
      }
      Command2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.title) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip)) && Is.string(candidate.command);
      }
      Command2.is = is;
    })(Command || (Command = {}));
    (function(TextEdit2) {
      function replace(range, newText) {
        return { range, newText };
      }
      TextEdit2.replace = replace;
      function insert(position, newText) {
        return { range: { start: position, end: position }, newText };
      }
      TextEdit2.insert = insert;
      function del(range) {
        return { range, newText: "" };
      }
      TextEdit2.del = del;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.newText) && Range.is(candidate.range);
      }
      TextEdit2.is = is;
    })(TextEdit || (TextEdit = {}));
    (function(ChangeAnnotation2) {
      function create(label, needsConfirmation, description) {
        const result = { label };
        if (needsConfirmation !== void 0) {
          result.needsConfirmation = needsConfirmation;
        }
        if (description !== void 0) {
          result.description = description;
        }
        return result;
      }
      ChangeAnnotation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.boolean(candidate.needsConfirmation) || candidate.needsConfirmation === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      ChangeAnnotation2.is = is;
    })(ChangeAnnotation || (ChangeAnnotation = {}));
    (function(ChangeAnnotationIdentifier2) {
      function is(value) {
        const candidate = value;
        return Is.string(candidate);
      }
      ChangeAnnotationIdentifier2.is = is;
    })(ChangeAnnotationIdentifier || (ChangeAnnotationIdentifier = {}));
    (function(AnnotatedTextEdit2) {
      function replace(range, newText, annotation) {
        return { range, newText, annotationId: annotation };
      }
      AnnotatedTextEdit2.replace = replace;
      function insert(position, newText, annotation) {
        return { range: { start: position, end: position }, newText, annotationId: annotation };
      }
      AnnotatedTextEdit2.insert = insert;
      function del(range, annotation) {
        return { range, newText: "", annotationId: annotation };
      }
      AnnotatedTextEdit2.del = del;
      function is(value) {
        const candidate = value;
        return TextEdit.is(candidate) && (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      AnnotatedTextEdit2.is = is;
    })(AnnotatedTextEdit || (AnnotatedTextEdit = {}));
    (function(TextDocumentEdit2) {
      function create(textDocument, edits2) {
        return { textDocument, edits: edits2 };
      }
      TextDocumentEdit2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && OptionalVersionedTextDocumentIdentifier.is(candidate.textDocument) && Array.isArray(candidate.edits);
      }
      TextDocumentEdit2.is = is;
    })(TextDocumentEdit || (TextDocumentEdit = {}));
    (function(CreateFile2) {
      function create(uri, options, annotation) {
        const result = {
          kind: "create",
          uri
        };
        if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      CreateFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "create" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      CreateFile2.is = is;
    })(CreateFile || (CreateFile = {}));
    (function(RenameFile2) {
      function create(oldUri, newUri, options, annotation) {
        const result = {
          kind: "rename",
          oldUri,
          newUri
        };
        if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      RenameFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "rename" && Is.string(candidate.oldUri) && Is.string(candidate.newUri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      RenameFile2.is = is;
    })(RenameFile || (RenameFile = {}));
    (function(DeleteFile2) {
      function create(uri, options, annotation) {
        const result = {
          kind: "delete",
          uri
        };
        if (options !== void 0 && (options.recursive !== void 0 || options.ignoreIfNotExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      DeleteFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "delete" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.recursive === void 0 || Is.boolean(candidate.options.recursive)) && (candidate.options.ignoreIfNotExists === void 0 || Is.boolean(candidate.options.ignoreIfNotExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      DeleteFile2.is = is;
    })(DeleteFile || (DeleteFile = {}));
    (function(WorkspaceEdit2) {
      function is(value) {
        const candidate = value;
        return candidate && (candidate.changes !== void 0 || candidate.documentChanges !== void 0) && (candidate.documentChanges === void 0 || candidate.documentChanges.every((change2) => {
          if (Is.string(change2.kind)) {
            return CreateFile.is(change2) || RenameFile.is(change2) || DeleteFile.is(change2);
          } else {
            return TextDocumentEdit.is(change2);
          }
        }));
      }
      WorkspaceEdit2.is = is;
    })(WorkspaceEdit || (WorkspaceEdit = {}));
    TextEditChangeImpl = class {
      constructor(edits2, changeAnnotations) {
        this.edits = edits2;
        this.changeAnnotations = changeAnnotations;
      }
      insert(position, newText, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.insert(position, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.insert(position, newText, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.insert(position, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      replace(range, newText, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.replace(range, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.replace(range, newText, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.replace(range, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      delete(range, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.del(range);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.del(range, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.del(range, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      add(edit) {
        this.edits.push(edit);
      }
      all() {
        return this.edits;
      }
      clear() {
        this.edits.splice(0, this.edits.length);
      }
      assertChangeAnnotations(value) {
        if (value === void 0) {
          throw new Error(`Text edit change is not configured to manage change annotations.`);
        }
      }
    };
    (function(SnippetTextEdit2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && StringValue.isSnippet(candidate.snippet) && (candidate.annotationId === void 0 || (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId)));
      }
      SnippetTextEdit2.is = is;
    })(SnippetTextEdit || (SnippetTextEdit = {}));
    ChangeAnnotations = class {
      constructor(annotations) {
        this._annotations = annotations === void 0 ? /* @__PURE__ */ Object.create(null) : annotations;
        this._counter = 0;
        this._size = 0;
      }
      all() {
        return this._annotations;
      }
      get size() {
        return this._size;
      }
      manage(idOrAnnotation, annotation) {
        let id;
        if (ChangeAnnotationIdentifier.is(idOrAnnotation)) {
          id = idOrAnnotation;
        } else {
          id = this.nextId();
          annotation = idOrAnnotation;
        }
        if (this._annotations[id] !== void 0) {
          throw new Error(`Id ${id} is already in use.`);
        }
        if (annotation === void 0) {
          throw new Error(`No annotation provided for id ${id}`);
        }
        this._annotations[id] = annotation;
        this._size++;
        return id;
      }
      nextId() {
        this._counter++;
        return this._counter.toString();
      }
    };
    WorkspaceChange = class {
      constructor(workspaceEdit) {
        this._textEditChanges = /* @__PURE__ */ Object.create(null);
        if (workspaceEdit !== void 0) {
          this._workspaceEdit = workspaceEdit;
          if (workspaceEdit.documentChanges) {
            this._changeAnnotations = new ChangeAnnotations(workspaceEdit.changeAnnotations);
            workspaceEdit.changeAnnotations = this._changeAnnotations.all();
            workspaceEdit.documentChanges.forEach((change2) => {
              if (TextDocumentEdit.is(change2)) {
                const textEditChange = new TextEditChangeImpl(change2.edits, this._changeAnnotations);
                this._textEditChanges[change2.textDocument.uri] = textEditChange;
              }
            });
          } else if (workspaceEdit.changes) {
            Object.keys(workspaceEdit.changes).forEach((key) => {
              const textEditChange = new TextEditChangeImpl(workspaceEdit.changes[key]);
              this._textEditChanges[key] = textEditChange;
            });
          }
        } else {
          this._workspaceEdit = {};
        }
      }
      /**
       * Returns the underlying {@link WorkspaceEdit} literal
       * use to be returned from a workspace edit operation like rename.
       */
      get edit() {
        this.initDocumentChanges();
        if (this._changeAnnotations !== void 0) {
          if (this._changeAnnotations.size === 0) {
            this._workspaceEdit.changeAnnotations = void 0;
          } else {
            this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
          }
        }
        return this._workspaceEdit;
      }
      getTextEditChange(key) {
        if (OptionalVersionedTextDocumentIdentifier.is(key)) {
          this.initDocumentChanges();
          if (this._workspaceEdit.documentChanges === void 0) {
            throw new Error("Workspace edit is not configured for document changes.");
          }
          const textDocument = { uri: key.uri, version: key.version };
          let result = this._textEditChanges[textDocument.uri];
          if (!result) {
            const edits2 = [];
            const textDocumentEdit = {
              textDocument,
              edits: edits2
            };
            this._workspaceEdit.documentChanges.push(textDocumentEdit);
            result = new TextEditChangeImpl(edits2, this._changeAnnotations);
            this._textEditChanges[textDocument.uri] = result;
          }
          return result;
        } else {
          this.initChanges();
          if (this._workspaceEdit.changes === void 0) {
            throw new Error("Workspace edit is not configured for normal text edit changes.");
          }
          let result = this._textEditChanges[key];
          if (!result) {
            const edits2 = [];
            this._workspaceEdit.changes[key] = edits2;
            result = new TextEditChangeImpl(edits2);
            this._textEditChanges[key] = result;
          }
          return result;
        }
      }
      initDocumentChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._changeAnnotations = new ChangeAnnotations();
          this._workspaceEdit.documentChanges = [];
          this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
        }
      }
      initChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._workspaceEdit.changes = /* @__PURE__ */ Object.create(null);
        }
      }
      createFile(uri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = CreateFile.create(uri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = CreateFile.create(uri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      renameFile(oldUri, newUri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = RenameFile.create(oldUri, newUri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = RenameFile.create(oldUri, newUri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      deleteFile(uri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = DeleteFile.create(uri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = DeleteFile.create(uri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
    };
    (function(TextDocumentIdentifier2) {
      function create(uri) {
        return { uri };
      }
      TextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri);
      }
      TextDocumentIdentifier2.is = is;
    })(TextDocumentIdentifier || (TextDocumentIdentifier = {}));
    (function(VersionedTextDocumentIdentifier2) {
      function create(uri, version) {
        return { uri, version };
      }
      VersionedTextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.integer(candidate.version);
      }
      VersionedTextDocumentIdentifier2.is = is;
    })(VersionedTextDocumentIdentifier || (VersionedTextDocumentIdentifier = {}));
    (function(OptionalVersionedTextDocumentIdentifier2) {
      function create(uri, version) {
        return { uri, version };
      }
      OptionalVersionedTextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && (candidate.version === null || Is.integer(candidate.version));
      }
      OptionalVersionedTextDocumentIdentifier2.is = is;
    })(OptionalVersionedTextDocumentIdentifier || (OptionalVersionedTextDocumentIdentifier = {}));
    (function(LanguageKind2) {
      LanguageKind2.ABAP = "abap";
      LanguageKind2.WindowsBat = "bat";
      LanguageKind2.BibTeX = "bibtex";
      LanguageKind2.Clojure = "clojure";
      LanguageKind2.Coffeescript = "coffeescript";
      LanguageKind2.C = "c";
      LanguageKind2.CPP = "cpp";
      LanguageKind2.CSharp = "csharp";
      LanguageKind2.CSS = "css";
      LanguageKind2.D = "d";
      LanguageKind2.Delphi = "pascal";
      LanguageKind2.Diff = "diff";
      LanguageKind2.Dart = "dart";
      LanguageKind2.Dockerfile = "dockerfile";
      LanguageKind2.Elixir = "elixir";
      LanguageKind2.Erlang = "erlang";
      LanguageKind2.FSharp = "fsharp";
      LanguageKind2.GitCommit = "git-commit";
      LanguageKind2.GitRebase = "git-rebase";
      LanguageKind2.Go = "go";
      LanguageKind2.Groovy = "groovy";
      LanguageKind2.Handlebars = "handlebars";
      LanguageKind2.Haskell = "haskell";
      LanguageKind2.HTML = "html";
      LanguageKind2.Ini = "ini";
      LanguageKind2.Java = "java";
      LanguageKind2.JavaScript = "javascript";
      LanguageKind2.JavaScriptReact = "javascriptreact";
      LanguageKind2.JSON = "json";
      LanguageKind2.LaTeX = "latex";
      LanguageKind2.Less = "less";
      LanguageKind2.Lua = "lua";
      LanguageKind2.Makefile = "makefile";
      LanguageKind2.Markdown = "markdown";
      LanguageKind2.ObjectiveC = "objective-c";
      LanguageKind2.ObjectiveCPP = "objective-cpp";
      LanguageKind2.Pascal = "pascal";
      LanguageKind2.Perl = "perl";
      LanguageKind2.Perl6 = "perl6";
      LanguageKind2.PHP = "php";
      LanguageKind2.Plaintext = "plaintext";
      LanguageKind2.Powershell = "powershell";
      LanguageKind2.Pug = "jade";
      LanguageKind2.Python = "python";
      LanguageKind2.R = "r";
      LanguageKind2.Razor = "razor";
      LanguageKind2.Ruby = "ruby";
      LanguageKind2.Rust = "rust";
      LanguageKind2.SCSS = "scss";
      LanguageKind2.SASS = "sass";
      LanguageKind2.Scala = "scala";
      LanguageKind2.ShaderLab = "shaderlab";
      LanguageKind2.ShellScript = "shellscript";
      LanguageKind2.SQL = "sql";
      LanguageKind2.Swift = "swift";
      LanguageKind2.TypeScript = "typescript";
      LanguageKind2.TypeScriptReact = "typescriptreact";
      LanguageKind2.TeX = "tex";
      LanguageKind2.VisualBasic = "vb";
      LanguageKind2.XML = "xml";
      LanguageKind2.XSL = "xsl";
      LanguageKind2.YAML = "yaml";
    })(LanguageKind || (LanguageKind = {}));
    (function(TextDocumentItem2) {
      function create(uri, languageId, version, text) {
        return { uri, languageId, version, text };
      }
      TextDocumentItem2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.string(candidate.languageId) && Is.integer(candidate.version) && Is.string(candidate.text);
      }
      TextDocumentItem2.is = is;
    })(TextDocumentItem || (TextDocumentItem = {}));
    (function(MarkupKind2) {
      MarkupKind2.PlainText = "plaintext";
      MarkupKind2.Markdown = "markdown";
      function is(value) {
        const candidate = value;
        return candidate === MarkupKind2.PlainText || candidate === MarkupKind2.Markdown;
      }
      MarkupKind2.is = is;
    })(MarkupKind || (MarkupKind = {}));
    (function(MarkupContent2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(value) && MarkupKind.is(candidate.kind) && Is.string(candidate.value);
      }
      MarkupContent2.is = is;
    })(MarkupContent || (MarkupContent = {}));
    (function(CompletionItemKind2) {
      CompletionItemKind2.Text = 1;
      CompletionItemKind2.Method = 2;
      CompletionItemKind2.Function = 3;
      CompletionItemKind2.Constructor = 4;
      CompletionItemKind2.Field = 5;
      CompletionItemKind2.Variable = 6;
      CompletionItemKind2.Class = 7;
      CompletionItemKind2.Interface = 8;
      CompletionItemKind2.Module = 9;
      CompletionItemKind2.Property = 10;
      CompletionItemKind2.Unit = 11;
      CompletionItemKind2.Value = 12;
      CompletionItemKind2.Enum = 13;
      CompletionItemKind2.Keyword = 14;
      CompletionItemKind2.Snippet = 15;
      CompletionItemKind2.Color = 16;
      CompletionItemKind2.File = 17;
      CompletionItemKind2.Reference = 18;
      CompletionItemKind2.Folder = 19;
      CompletionItemKind2.EnumMember = 20;
      CompletionItemKind2.Constant = 21;
      CompletionItemKind2.Struct = 22;
      CompletionItemKind2.Event = 23;
      CompletionItemKind2.Operator = 24;
      CompletionItemKind2.TypeParameter = 25;
    })(CompletionItemKind || (CompletionItemKind = {}));
    (function(InsertTextFormat2) {
      InsertTextFormat2.PlainText = 1;
      InsertTextFormat2.Snippet = 2;
    })(InsertTextFormat || (InsertTextFormat = {}));
    (function(CompletionItemTag2) {
      CompletionItemTag2.Deprecated = 1;
    })(CompletionItemTag || (CompletionItemTag = {}));
    (function(InsertReplaceEdit2) {
      function create(newText, insert, replace) {
        return { newText, insert, replace };
      }
      InsertReplaceEdit2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.newText) && Range.is(candidate.insert) && Range.is(candidate.replace);
      }
      InsertReplaceEdit2.is = is;
    })(InsertReplaceEdit || (InsertReplaceEdit = {}));
    (function(InsertTextMode2) {
      InsertTextMode2.asIs = 1;
      InsertTextMode2.adjustIndentation = 2;
    })(InsertTextMode || (InsertTextMode = {}));
    (function(ApplyKind2) {
      ApplyKind2.Replace = 1;
      ApplyKind2.Merge = 2;
    })(ApplyKind || (ApplyKind = {}));
    (function(CompletionItemLabelDetails2) {
      function is(value) {
        const candidate = value;
        return candidate && (Is.string(candidate.detail) || candidate.detail === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      CompletionItemLabelDetails2.is = is;
    })(CompletionItemLabelDetails || (CompletionItemLabelDetails = {}));
    (function(CompletionItem2) {
      function create(label) {
        return { label };
      }
      CompletionItem2.create = create;
    })(CompletionItem || (CompletionItem = {}));
    (function(CompletionList2) {
      function create(items, isIncomplete) {
        return { items: items ? items : [], isIncomplete: !!isIncomplete };
      }
      CompletionList2.create = create;
    })(CompletionList || (CompletionList = {}));
    (function(MarkedString2) {
      function fromPlainText(plainText) {
        return plainText.replace(/[\\`*_{}[\]()#+\-.!]/g, "\\$&");
      }
      MarkedString2.fromPlainText = fromPlainText;
      function is(value) {
        const candidate = value;
        return Is.string(candidate) || Is.objectLiteral(candidate) && Is.string(candidate.language) && Is.string(candidate.value);
      }
      MarkedString2.is = is;
    })(MarkedString || (MarkedString = {}));
    (function(Hover2) {
      function is(value) {
        const candidate = value;
        return !!candidate && Is.objectLiteral(candidate) && (MarkupContent.is(candidate.contents) || MarkedString.is(candidate.contents) || Is.typedArray(candidate.contents, MarkedString.is)) && (value.range === void 0 || Range.is(value.range));
      }
      Hover2.is = is;
    })(Hover || (Hover = {}));
    (function(ParameterInformation2) {
      function create(label, documentation) {
        return documentation ? { label, documentation } : { label };
      }
      ParameterInformation2.create = create;
    })(ParameterInformation || (ParameterInformation = {}));
    (function(SignatureInformation2) {
      function create(label, documentation, ...parameters) {
        const result = { label };
        if (Is.defined(documentation)) {
          result.documentation = documentation;
        }
        if (Is.defined(parameters)) {
          result.parameters = parameters;
        } else {
          result.parameters = [];
        }
        return result;
      }
      SignatureInformation2.create = create;
    })(SignatureInformation || (SignatureInformation = {}));
    (function(DocumentHighlightKind2) {
      DocumentHighlightKind2.Text = 1;
      DocumentHighlightKind2.Read = 2;
      DocumentHighlightKind2.Write = 3;
    })(DocumentHighlightKind || (DocumentHighlightKind = {}));
    (function(DocumentHighlight2) {
      function create(range, kind) {
        const result = { range };
        if (Is.number(kind)) {
          result.kind = kind;
        }
        return result;
      }
      DocumentHighlight2.create = create;
    })(DocumentHighlight || (DocumentHighlight = {}));
    (function(SymbolKind2) {
      SymbolKind2.File = 1;
      SymbolKind2.Module = 2;
      SymbolKind2.Namespace = 3;
      SymbolKind2.Package = 4;
      SymbolKind2.Class = 5;
      SymbolKind2.Method = 6;
      SymbolKind2.Property = 7;
      SymbolKind2.Field = 8;
      SymbolKind2.Constructor = 9;
      SymbolKind2.Enum = 10;
      SymbolKind2.Interface = 11;
      SymbolKind2.Function = 12;
      SymbolKind2.Variable = 13;
      SymbolKind2.Constant = 14;
      SymbolKind2.String = 15;
      SymbolKind2.Number = 16;
      SymbolKind2.Boolean = 17;
      SymbolKind2.Array = 18;
      SymbolKind2.Object = 19;
      SymbolKind2.Key = 20;
      SymbolKind2.Null = 21;
      SymbolKind2.EnumMember = 22;
      SymbolKind2.Struct = 23;
      SymbolKind2.Event = 24;
      SymbolKind2.Operator = 25;
      SymbolKind2.TypeParameter = 26;
    })(SymbolKind || (SymbolKind = {}));
    (function(SymbolTag2) {
      SymbolTag2.Deprecated = 1;
    })(SymbolTag || (SymbolTag = {}));
    (function(SymbolInformation2) {
      function create(name, kind, range, uri, containerName) {
        const result = {
          name,
          kind,
          location: { uri, range }
        };
        if (containerName) {
          result.containerName = containerName;
        }
        return result;
      }
      SymbolInformation2.create = create;
    })(SymbolInformation || (SymbolInformation = {}));
    (function(WorkspaceSymbol2) {
      function create(name, kind, uri, range) {
        return range !== void 0 ? { name, kind, location: { uri, range } } : { name, kind, location: { uri } };
      }
      WorkspaceSymbol2.create = create;
    })(WorkspaceSymbol || (WorkspaceSymbol = {}));
    (function(DocumentSymbol2) {
      function create(name, detail, kind, range, selectionRange, children) {
        const result = {
          name,
          detail,
          kind,
          range,
          selectionRange
        };
        if (children !== void 0) {
          result.children = children;
        }
        return result;
      }
      DocumentSymbol2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.name) && Is.number(candidate.kind) && Range.is(candidate.range) && Range.is(candidate.selectionRange) && (candidate.detail === void 0 || Is.string(candidate.detail)) && (candidate.deprecated === void 0 || Is.boolean(candidate.deprecated)) && (candidate.children === void 0 || Array.isArray(candidate.children)) && (candidate.tags === void 0 || Array.isArray(candidate.tags));
      }
      DocumentSymbol2.is = is;
    })(DocumentSymbol || (DocumentSymbol = {}));
    (function(CodeActionKind2) {
      CodeActionKind2.Empty = "";
      CodeActionKind2.QuickFix = "quickfix";
      CodeActionKind2.Refactor = "refactor";
      CodeActionKind2.RefactorExtract = "refactor.extract";
      CodeActionKind2.RefactorInline = "refactor.inline";
      CodeActionKind2.RefactorMove = "refactor.move";
      CodeActionKind2.RefactorRewrite = "refactor.rewrite";
      CodeActionKind2.Source = "source";
      CodeActionKind2.SourceOrganizeImports = "source.organizeImports";
      CodeActionKind2.SourceFixAll = "source.fixAll";
      CodeActionKind2.Notebook = "notebook";
    })(CodeActionKind || (CodeActionKind = {}));
    (function(CodeActionTriggerKind2) {
      CodeActionTriggerKind2.Invoked = 1;
      CodeActionTriggerKind2.Automatic = 2;
    })(CodeActionTriggerKind || (CodeActionTriggerKind = {}));
    (function(CodeActionContext2) {
      function create(diagnostics, only2, triggerKind) {
        const result = { diagnostics };
        if (only2 !== void 0 && only2 !== null) {
          result.only = only2;
        }
        if (triggerKind !== void 0 && triggerKind !== null) {
          result.triggerKind = triggerKind;
        }
        return result;
      }
      CodeActionContext2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.typedArray(candidate.diagnostics, Diagnostic.is) && (candidate.only === void 0 || Is.typedArray(candidate.only, Is.string)) && (candidate.triggerKind === void 0 || candidate.triggerKind === CodeActionTriggerKind.Invoked || candidate.triggerKind === CodeActionTriggerKind.Automatic);
      }
      CodeActionContext2.is = is;
    })(CodeActionContext || (CodeActionContext = {}));
    (function(CodeActionTag2) {
      CodeActionTag2.LLMGenerated = 1;
      function is(value) {
        return Is.defined(value) && value === CodeActionTag2.LLMGenerated;
      }
      CodeActionTag2.is = is;
    })(CodeActionTag || (CodeActionTag = {}));
    (function(CodeAction2) {
      function create(title, kindOrCommandOrEdit, kind) {
        const result = { title };
        let checkKind = true;
        if (typeof kindOrCommandOrEdit === "string") {
          checkKind = false;
          result.kind = kindOrCommandOrEdit;
        } else if (Command.is(kindOrCommandOrEdit)) {
          result.command = kindOrCommandOrEdit;
        } else {
          result.edit = kindOrCommandOrEdit;
        }
        if (checkKind && kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      CodeAction2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.title) && (candidate.diagnostics === void 0 || Is.typedArray(candidate.diagnostics, Diagnostic.is)) && (candidate.kind === void 0 || Is.string(candidate.kind)) && (candidate.edit !== void 0 || candidate.command !== void 0) && (candidate.command === void 0 || Command.is(candidate.command)) && (candidate.isPreferred === void 0 || Is.boolean(candidate.isPreferred)) && (candidate.edit === void 0 || WorkspaceEdit.is(candidate.edit)) && (candidate.tags === void 0 || Is.typedArray(candidate.tags, CodeActionTag.is));
      }
      CodeAction2.is = is;
    })(CodeAction || (CodeAction = {}));
    (function(CodeLens2) {
      function create(range, data) {
        const result = { range };
        if (Is.defined(data)) {
          result.data = data;
        }
        return result;
      }
      CodeLens2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.command) || Command.is(candidate.command));
      }
      CodeLens2.is = is;
    })(CodeLens || (CodeLens = {}));
    (function(FormattingOptions2) {
      function create(tabSize, insertSpaces) {
        return { tabSize, insertSpaces };
      }
      FormattingOptions2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.uinteger(candidate.tabSize) && Is.boolean(candidate.insertSpaces);
      }
      FormattingOptions2.is = is;
    })(FormattingOptions || (FormattingOptions = {}));
    (function(DocumentLink2) {
      function create(range, target, data) {
        return { range, target, data };
      }
      DocumentLink2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.target) || Is.string(candidate.target));
      }
      DocumentLink2.is = is;
    })(DocumentLink || (DocumentLink = {}));
    (function(SelectionRange2) {
      function create(range, parent) {
        return { range, parent };
      }
      SelectionRange2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (candidate.parent === void 0 || SelectionRange2.is(candidate.parent));
      }
      SelectionRange2.is = is;
    })(SelectionRange || (SelectionRange = {}));
    (function(SemanticTokenTypes2) {
      SemanticTokenTypes2["namespace"] = "namespace";
      SemanticTokenTypes2["type"] = "type";
      SemanticTokenTypes2["class"] = "class";
      SemanticTokenTypes2["enum"] = "enum";
      SemanticTokenTypes2["interface"] = "interface";
      SemanticTokenTypes2["struct"] = "struct";
      SemanticTokenTypes2["typeParameter"] = "typeParameter";
      SemanticTokenTypes2["parameter"] = "parameter";
      SemanticTokenTypes2["variable"] = "variable";
      SemanticTokenTypes2["property"] = "property";
      SemanticTokenTypes2["enumMember"] = "enumMember";
      SemanticTokenTypes2["event"] = "event";
      SemanticTokenTypes2["function"] = "function";
      SemanticTokenTypes2["method"] = "method";
      SemanticTokenTypes2["macro"] = "macro";
      SemanticTokenTypes2["keyword"] = "keyword";
      SemanticTokenTypes2["modifier"] = "modifier";
      SemanticTokenTypes2["comment"] = "comment";
      SemanticTokenTypes2["string"] = "string";
      SemanticTokenTypes2["number"] = "number";
      SemanticTokenTypes2["regexp"] = "regexp";
      SemanticTokenTypes2["operator"] = "operator";
      SemanticTokenTypes2["decorator"] = "decorator";
      SemanticTokenTypes2["label"] = "label";
    })(SemanticTokenTypes || (SemanticTokenTypes = {}));
    (function(SemanticTokenModifiers2) {
      SemanticTokenModifiers2["declaration"] = "declaration";
      SemanticTokenModifiers2["definition"] = "definition";
      SemanticTokenModifiers2["readonly"] = "readonly";
      SemanticTokenModifiers2["static"] = "static";
      SemanticTokenModifiers2["deprecated"] = "deprecated";
      SemanticTokenModifiers2["abstract"] = "abstract";
      SemanticTokenModifiers2["async"] = "async";
      SemanticTokenModifiers2["modification"] = "modification";
      SemanticTokenModifiers2["documentation"] = "documentation";
      SemanticTokenModifiers2["defaultLibrary"] = "defaultLibrary";
    })(SemanticTokenModifiers || (SemanticTokenModifiers = {}));
    (function(SemanticTokens2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && (candidate.resultId === void 0 || typeof candidate.resultId === "string") && Array.isArray(candidate.data) && (candidate.data.length === 0 || typeof candidate.data[0] === "number");
      }
      SemanticTokens2.is = is;
    })(SemanticTokens || (SemanticTokens = {}));
    (function(InlineValueText2) {
      function create(range, text) {
        return { range, text };
      }
      InlineValueText2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.string(candidate.text);
      }
      InlineValueText2.is = is;
    })(InlineValueText || (InlineValueText = {}));
    (function(InlineValueVariableLookup2) {
      function create(range, variableName, caseSensitiveLookup) {
        return { range, variableName, caseSensitiveLookup };
      }
      InlineValueVariableLookup2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.boolean(candidate.caseSensitiveLookup) && (Is.string(candidate.variableName) || candidate.variableName === void 0);
      }
      InlineValueVariableLookup2.is = is;
    })(InlineValueVariableLookup || (InlineValueVariableLookup = {}));
    (function(InlineValueEvaluatableExpression2) {
      function create(range, expression2) {
        return { range, expression: expression2 };
      }
      InlineValueEvaluatableExpression2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && (Is.string(candidate.expression) || candidate.expression === void 0);
      }
      InlineValueEvaluatableExpression2.is = is;
    })(InlineValueEvaluatableExpression || (InlineValueEvaluatableExpression = {}));
    (function(InlineValueContext2) {
      function create(frameId, stoppedLocation) {
        return { frameId, stoppedLocation };
      }
      InlineValueContext2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(value.stoppedLocation);
      }
      InlineValueContext2.is = is;
    })(InlineValueContext || (InlineValueContext = {}));
    (function(InlayHintKind2) {
      InlayHintKind2.Type = 1;
      InlayHintKind2.Parameter = 2;
      function is(value) {
        return value === 1 || value === 2;
      }
      InlayHintKind2.is = is;
    })(InlayHintKind || (InlayHintKind = {}));
    (function(InlayHintLabelPart2) {
      function create(value) {
        return { value };
      }
      InlayHintLabelPart2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.location === void 0 || Location.is(candidate.location)) && (candidate.command === void 0 || Command.is(candidate.command));
      }
      InlayHintLabelPart2.is = is;
    })(InlayHintLabelPart || (InlayHintLabelPart = {}));
    (function(InlayHint2) {
      function create(position, label, kind) {
        const result = { position, label };
        if (kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      InlayHint2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Position.is(candidate.position) && (Is.string(candidate.label) || Is.typedArray(candidate.label, InlayHintLabelPart.is)) && (candidate.kind === void 0 || InlayHintKind.is(candidate.kind)) && candidate.textEdits === void 0 || Is.typedArray(candidate.textEdits, TextEdit.is) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.paddingLeft === void 0 || Is.boolean(candidate.paddingLeft)) && (candidate.paddingRight === void 0 || Is.boolean(candidate.paddingRight));
      }
      InlayHint2.is = is;
    })(InlayHint || (InlayHint = {}));
    (function(StringValue2) {
      function createSnippet(value) {
        return { kind: "snippet", value };
      }
      StringValue2.createSnippet = createSnippet;
      function isSnippet(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && candidate.kind === "snippet" && Is.string(candidate.value);
      }
      StringValue2.isSnippet = isSnippet;
    })(StringValue || (StringValue = {}));
    (function(InlineCompletionItem2) {
      function create(insertText, filterText, range, command3) {
        return { insertText, filterText, range, command: command3 };
      }
      InlineCompletionItem2.create = create;
    })(InlineCompletionItem || (InlineCompletionItem = {}));
    (function(InlineCompletionList2) {
      function create(items) {
        return { items };
      }
      InlineCompletionList2.create = create;
    })(InlineCompletionList || (InlineCompletionList = {}));
    (function(InlineCompletionTriggerKind2) {
      InlineCompletionTriggerKind2.Invoked = 1;
      InlineCompletionTriggerKind2.Automatic = 2;
    })(InlineCompletionTriggerKind || (InlineCompletionTriggerKind = {}));
    (function(SelectedCompletionInfo2) {
      function create(range, text) {
        return { range, text };
      }
      SelectedCompletionInfo2.create = create;
    })(SelectedCompletionInfo || (SelectedCompletionInfo = {}));
    (function(InlineCompletionContext2) {
      function create(triggerKind, selectedCompletionInfo) {
        return { triggerKind, selectedCompletionInfo };
      }
      InlineCompletionContext2.create = create;
    })(InlineCompletionContext || (InlineCompletionContext = {}));
    (function(WorkspaceFolder2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && URI.is(candidate.uri) && Is.string(candidate.name);
      }
      WorkspaceFolder2.is = is;
    })(WorkspaceFolder || (WorkspaceFolder = {}));
    EOL = ["\n", "\r\n", "\r"];
    (function(TextDocument3) {
      function create(uri, languageId, version, content) {
        return new FullTextDocument(uri, languageId, version, content);
      }
      TextDocument3.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && (Is.undefined(candidate.languageId) || Is.string(candidate.languageId)) && Is.uinteger(candidate.lineCount) && Is.func(candidate.getText) && Is.func(candidate.positionAt) && Is.func(candidate.offsetAt) ? true : false;
      }
      TextDocument3.is = is;
      function applyEdits(document, edits2) {
        let text = document.getText();
        const sortedEdits = mergeSort2(edits2, (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = text.length;
        for (let i = sortedEdits.length - 1; i >= 0; i--) {
          const e = sortedEdits[i];
          const startOffset = document.offsetAt(e.range.start);
          const endOffset = document.offsetAt(e.range.end);
          if (endOffset <= lastModifiedOffset) {
            text = text.substring(0, startOffset) + e.newText + text.substring(endOffset, text.length);
          } else {
            throw new Error("Overlapping edit");
          }
          lastModifiedOffset = startOffset;
        }
        return text;
      }
      TextDocument3.applyEdits = applyEdits;
      function mergeSort2(data, compare) {
        if (data.length <= 1) {
          return data;
        }
        const p = data.length / 2 | 0;
        const left = data.slice(0, p);
        const right = data.slice(p);
        mergeSort2(left, compare);
        mergeSort2(right, compare);
        let leftIdx = 0;
        let rightIdx = 0;
        let i = 0;
        while (leftIdx < left.length && rightIdx < right.length) {
          const ret = compare(left[leftIdx], right[rightIdx]);
          if (ret <= 0) {
            data[i++] = left[leftIdx++];
          } else {
            data[i++] = right[rightIdx++];
          }
        }
        while (leftIdx < left.length) {
          data[i++] = left[leftIdx++];
        }
        while (rightIdx < right.length) {
          data[i++] = right[rightIdx++];
        }
        return data;
      }
    })(TextDocument || (TextDocument = {}));
    FullTextDocument = class {
      constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start, end);
        }
        return this._content;
      }
      update(event, version) {
        this._content = event.text;
        this._version = version;
        this._lineOffsets = void 0;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          const lineOffsets = [];
          const text = this._content;
          let isLineStart = true;
          for (let i = 0; i < text.length; i++) {
            if (isLineStart) {
              lineOffsets.push(i);
              isLineStart = false;
            }
            const ch = text.charAt(i);
            isLineStart = ch === "\r" || ch === "\n";
            if (ch === "\r" && i + 1 < text.length && text.charAt(i + 1) === "\n") {
              i++;
            }
          }
          if (isLineStart && text.length > 0) {
            lineOffsets.push(text.length);
          }
          this._lineOffsets = lineOffsets;
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
          return Position.create(0, offset);
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line = low - 1;
        return Position.create(line, offset - lineOffsets[line]);
      }
      offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets[position.line];
        const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
        return Math.max(Math.min(lineOffset + position.character, nextLineOffset), lineOffset);
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
    };
    (function(Is2) {
      const toString = Object.prototype.toString;
      function defined(value) {
        return typeof value !== "undefined";
      }
      Is2.defined = defined;
      function undefined2(value) {
        return typeof value === "undefined";
      }
      Is2.undefined = undefined2;
      function boolean(value) {
        return value === true || value === false;
      }
      Is2.boolean = boolean;
      function string(value) {
        return toString.call(value) === "[object String]";
      }
      Is2.string = string;
      function number(value) {
        return toString.call(value) === "[object Number]";
      }
      Is2.number = number;
      function numberRange(value, min, max) {
        return toString.call(value) === "[object Number]" && min <= value && value <= max;
      }
      Is2.numberRange = numberRange;
      function integer2(value) {
        return toString.call(value) === "[object Number]" && -2147483648 <= value && value <= 2147483647;
      }
      Is2.integer = integer2;
      function uinteger2(value) {
        return toString.call(value) === "[object Number]" && 0 <= value && value <= 2147483647;
      }
      Is2.uinteger = uinteger2;
      function func(value) {
        return toString.call(value) === "[object Function]";
      }
      Is2.func = func;
      function objectLiteral(value) {
        return value !== null && typeof value === "object";
      }
      Is2.objectLiteral = objectLiteral;
      function typedArray(value, check) {
        return Array.isArray(value) && value.every(check);
      }
      Is2.typedArray = typedArray;
    })(Is || (Is = {}));
  }
});

// node_modules/dockerfile-ast/lib/line.js
var require_line = __commonJS({
  "node_modules/dockerfile-ast/lib/line.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Line = void 0;
    var Line = class {
      constructor(document, range) {
        this.document = document;
        this.range = range;
      }
      getRange() {
        return this.range;
      }
      getTextContent() {
        return this.document.getText().substring(this.document.offsetAt(this.range.start), this.document.offsetAt(this.range.end));
      }
      isAfter(line) {
        return this.range.start.line > line.range.start.line;
      }
      isBefore(line) {
        return this.range.start.line < line;
      }
    };
    exports.Line = Line;
  }
});

// node_modules/dockerfile-ast/lib/util.js
var require_util = __commonJS({
  "node_modules/dockerfile-ast/lib/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Util = void 0;
    var Util = class _Util {
      static isUTF8BOM(char) {
        const uintArray = Uint8Array.from(Buffer.from(char, "UTF-8"));
        return uintArray[0] === 239 && uintArray[1] == 187 && uintArray[2] == 191;
      }
      static isWhitespace(char) {
        return char === " " || char === "	" || _Util.isNewline(char);
      }
      static isNewline(char) {
        return char === "\r" || char === "\n";
      }
      static findLeadingNonWhitespace(content, escapeChar) {
        whitespaceCheck: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case escapeChar:
              escapeCheck: for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    i = j + 1;
                    continue whitespaceCheck;
                  case "\n":
                    i = j;
                    continue whitespaceCheck;
                  default:
                    break escapeCheck;
                }
              }
              return -1;
            default:
              return i;
          }
        }
        return -1;
      }
      /**
       * Determines if the given position is contained within the given range.
       *
       * @param position the position to check
       * @param range the range to see if the position is inside of
       */
      static isInsideRange(position, range) {
        if (range.start.line === range.end.line) {
          return range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character;
        } else if (range.start.line === position.line) {
          return range.start.character <= position.character;
        } else if (range.end.line === position.line) {
          return position.character <= range.end.character;
        }
        return range.start.line < position.line && position.line < range.end.line;
      }
      static parseHeredocName(value) {
        value = value.substring(2);
        if (value.charAt(0) === "-") {
          value = value.substring(1);
        }
        if (value.charAt(0) === '"') {
          if (value.charAt(value.length - 1) !== '"') {
            return null;
          }
          value = value.substring(1, value.length - 1);
        }
        if (value.charAt(0) === "'") {
          if (value.charAt(value.length - 1) !== "'") {
            return null;
          }
          value = value.substring(1, value.length - 1);
        }
        if (value.charAt(0) === "<") {
          return null;
        }
        return value;
      }
    };
    exports.Util = Util;
  }
});

// node_modules/dockerfile-ast/lib/comment.js
var require_comment = __commonJS({
  "node_modules/dockerfile-ast/lib/comment.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Comment = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var line_1 = require_line();
    var util_1 = require_util();
    var Comment = class extends line_1.Line {
      constructor(document, range) {
        super(document, range);
      }
      toString() {
        const content = this.getContent();
        if (content) {
          return "# " + content;
        }
        return "#";
      }
      /**
       * Returns the content of this comment. This excludes leading and
       * trailing whitespace as well as the # symbol. If the comment only
       * consists of whitespace, the empty string will be returned.
       */
      getContent() {
        let range = this.getContentRange();
        if (range === null) {
          return "";
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      /**
       * Returns a range that includes the content of the comment
       * excluding any leading and trailing whitespace as well as the #
       * symbol. May return null if the comment only consists of whitespace
       * characters.
       */
      getContentRange() {
        let range = this.getRange();
        const startOffset = this.document.offsetAt(range.start);
        let raw = this.document.getText().substring(startOffset, this.document.offsetAt(range.end));
        let start = -1;
        let end = -1;
        for (let i = 1; i < raw.length; i++) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            start = i;
            break;
          }
        }
        if (start === -1) {
          return null;
        }
        for (let i = raw.length - 1; i >= 1; i--) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            end = i + 1;
            break;
          }
        }
        return vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + start), this.document.positionAt(startOffset + end));
      }
    };
    exports.Comment = Comment;
  }
});

// node_modules/vscode-languageserver-textdocument/lib/esm/main.js
var main_exports2 = {};
__export(main_exports2, {
  TextDocument: () => TextDocument2
});
function mergeSort(data, compare) {
  if (data.length <= 1) {
    return data;
  }
  const p = data.length / 2 | 0;
  const left = data.slice(0, p);
  const right = data.slice(p);
  mergeSort(left, compare);
  mergeSort(right, compare);
  let leftIdx = 0;
  let rightIdx = 0;
  let i = 0;
  while (leftIdx < left.length && rightIdx < right.length) {
    const ret = compare(left[leftIdx], right[rightIdx]);
    if (ret <= 0) {
      data[i++] = left[leftIdx++];
    } else {
      data[i++] = right[rightIdx++];
    }
  }
  while (leftIdx < left.length) {
    data[i++] = left[leftIdx++];
  }
  while (rightIdx < right.length) {
    data[i++] = right[rightIdx++];
  }
  return data;
}
function computeLineOffsets(text, isAtLineStart, textOffset = 0) {
  const result = isAtLineStart ? [textOffset] : [];
  for (let i = 0; i < text.length; i++) {
    const ch = text.charCodeAt(i);
    if (isEOL(ch)) {
      if (ch === 13 && i + 1 < text.length && text.charCodeAt(i + 1) === 10) {
        i++;
      }
      result.push(textOffset + i + 1);
    }
  }
  return result;
}
function isEOL(char) {
  return char === 13 || char === 10;
}
function getWellformedRange(range) {
  const start = range.start;
  const end = range.end;
  if (start.line > end.line || start.line === end.line && start.character > end.character) {
    return { start: end, end: start };
  }
  return range;
}
function getWellformedEdit(textEdit) {
  const range = getWellformedRange(textEdit.range);
  if (range !== textEdit.range) {
    return { newText: textEdit.newText, range };
  }
  return textEdit;
}
var FullTextDocument2, TextDocument2;
var init_main2 = __esm({
  "node_modules/vscode-languageserver-textdocument/lib/esm/main.js"() {
    "use strict";
    FullTextDocument2 = class _FullTextDocument {
      constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start, end);
        }
        return this._content;
      }
      update(changes, version) {
        for (const change2 of changes) {
          if (_FullTextDocument.isIncremental(change2)) {
            const range = getWellformedRange(change2.range);
            const startOffset = this.offsetAt(range.start);
            const endOffset = this.offsetAt(range.end);
            this._content = this._content.substring(0, startOffset) + change2.text + this._content.substring(endOffset, this._content.length);
            const insertedEndOffset = startOffset + change2.text.length;
            const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 && this._content.charCodeAt(startOffset) === 10;
            const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 && this._content.charCodeAt(insertedEndOffset) === 10;
            if (crlfAtStart || crlfAtEnd) {
              this._lineOffsets = void 0;
              continue;
            }
            const startLine = Math.max(range.start.line, 0);
            const endLine = Math.max(range.end.line, 0);
            let lineOffsets = this._lineOffsets;
            const addedLineOffsets = computeLineOffsets(change2.text, false, startOffset);
            if (endLine - startLine === addedLineOffsets.length) {
              for (let i = 0, len = addedLineOffsets.length; i < len; i++) {
                lineOffsets[i + startLine + 1] = addedLineOffsets[i];
              }
            } else {
              if (addedLineOffsets.length < 1e4) {
                lineOffsets.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
              } else {
                this._lineOffsets = lineOffsets = lineOffsets.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets.slice(endLine + 1));
              }
            }
            const diff = change2.text.length - (endOffset - startOffset);
            if (diff !== 0) {
              for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets.length; i < len; i++) {
                lineOffsets[i] = lineOffsets[i] + diff;
              }
            }
          } else if (_FullTextDocument.isFull(change2)) {
            this._content = change2.text;
            this._lineOffsets = void 0;
          } else {
            throw new Error("Unknown change event received");
          }
        }
        this._version = version;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          this._lineOffsets = computeLineOffsets(this._content, true);
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
          return { line: 0, character: offset };
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line = low - 1;
        offset = this.ensureBeforeEOL(offset, lineOffsets[line]);
        return { line, character: offset - lineOffsets[line] };
      }
      offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets[position.line];
        if (position.character <= 0) {
          return lineOffset;
        }
        const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
        const offset = Math.min(lineOffset + position.character, nextLineOffset);
        return this.ensureBeforeEOL(offset, lineOffset);
      }
      getLineRange(line) {
        const lineOffsets = this.getLineOffsets();
        if (line >= lineOffsets.length) {
          const lastLine = lineOffsets.length - 1;
          return { start: { line: lastLine, character: 0 }, end: { line: lastLine, character: this._content.length - lineOffsets[lastLine] } };
        } else if (line < 0) {
          return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        }
        const startOffset = lineOffsets[line];
        const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
        const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
        return { start: { line, character: 0 }, end: { line, character: endOffset - startOffset } };
      }
      getEOLCharacters(line) {
        const lineOffsets = this.getLineOffsets();
        if (line >= lineOffsets.length) {
          return "";
        } else if (line < 0) {
          return "";
        }
        const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
        const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets[line]);
        return this._content.substring(eolOffset, nextLineOffset);
      }
      ensureBeforeEOL(offset, lineOffset) {
        while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) {
          offset--;
        }
        return offset;
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
      static isIncremental(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range !== void 0 && (candidate.rangeLength === void 0 || typeof candidate.rangeLength === "number");
      }
      static isFull(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range === void 0 && candidate.rangeLength === void 0;
      }
    };
    (function(TextDocument3) {
      function create(uri, languageId, version, content) {
        return new FullTextDocument2(uri, languageId, version, content);
      }
      TextDocument3.create = create;
      function update(document, changes, version) {
        if (document instanceof FullTextDocument2) {
          document.update(changes, version);
          return document;
        } else {
          throw new Error("TextDocument.update: document must be created by TextDocument.create");
        }
      }
      TextDocument3.update = update;
      function applyEdits(document, edits2) {
        const text = document.getText();
        const sortedEdits = mergeSort(edits2.map(getWellformedEdit), (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = 0;
        const spans = [];
        for (const e of sortedEdits) {
          const startOffset = document.offsetAt(e.range.start);
          if (startOffset < lastModifiedOffset) {
            throw new Error("Overlapping edit");
          } else if (startOffset > lastModifiedOffset) {
            spans.push(text.substring(lastModifiedOffset, startOffset));
          }
          if (e.newText.length) {
            spans.push(e.newText);
          }
          lastModifiedOffset = document.offsetAt(e.range.end);
        }
        spans.push(text.substr(lastModifiedOffset));
        return spans.join("");
      }
      TextDocument3.applyEdits = applyEdits;
    })(TextDocument2 || (TextDocument2 = {}));
  }
});

// node_modules/dockerfile-ast/lib/parserDirective.js
var require_parserDirective = __commonJS({
  "node_modules/dockerfile-ast/lib/parserDirective.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ParserDirective = void 0;
    var main_1 = require_main();
    var line_1 = require_line();
    var ParserDirective = class extends line_1.Line {
      constructor(document, range, nameRange, valueRange) {
        super(document, range);
        this.nameRange = nameRange;
        this.valueRange = valueRange;
      }
      toString() {
        return "# " + this.getName() + "=" + this.getValue();
      }
      getNameRange() {
        return this.nameRange;
      }
      getValueRange() {
        return this.valueRange;
      }
      getName() {
        return this.document.getText().substring(this.document.offsetAt(this.nameRange.start), this.document.offsetAt(this.nameRange.end));
      }
      getValue() {
        return this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
      }
      getDirective() {
        const directive = main_1.Directive[this.getName().toLowerCase()];
        return directive === void 0 ? null : directive;
      }
    };
    exports.ParserDirective = ParserDirective;
  }
});

// node_modules/dockerfile-ast/lib/heredoc.js
var require_heredoc = __commonJS({
  "node_modules/dockerfile-ast/lib/heredoc.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Heredoc = void 0;
    var Heredoc = class {
      constructor(startRange, name, nameRange, contentRange, endRange) {
        this.startRange = startRange;
        this.name = name;
        this.nameRange = nameRange;
        this.contentRange = contentRange;
        this.endRange = endRange;
      }
      /**
       * Returns the name of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range of the start operator and the name. If the
       * here-document is initialized with <<EOT then the start range would
       * encompass all five characters.
       *
       * This API is experimental and subject to change.
       */
      getStartRange() {
        return this.startRange;
      }
      /**
       * Returns the range of this here-document's name that is declared at
       * the beginning of the here-document with the operator. If the
       * here-document is initialized with <<EOT then the name range would
       * encompass the latter three "EOT" characters.
       *
       * This API is experimental and subject to change.
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the content of this here-document. This may
       * be null if the here-document has no content because:
       * - the start range is the only thing that was declared
       * - the end range was declared immediately and there is no content
       *
       * This API is experimental and subject to change.
       */
      getContentRange() {
        return this.contentRange;
      }
      /**
       * Returns the range of the here-document's name on a line that
       * represents the end of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getDelimiterRange() {
        return this.endRange;
      }
    };
    exports.Heredoc = Heredoc;
  }
});

// node_modules/dockerfile-ast/lib/variable.js
var require_variable = __commonJS({
  "node_modules/dockerfile-ast/lib/variable.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Variable = void 0;
    var Variable = class {
      constructor(name, nameRange, range, modifier, modifierRange, substitutionParameter, substitutionRange, defined, buildVariable, stringValue) {
        this.name = name;
        this.nameRange = nameRange;
        this.range = range;
        this.modifier = modifier;
        this.modifierRange = modifierRange;
        this.substitutionParameter = substitutionParameter;
        this.substitutionRange = substitutionRange;
        this.defined = defined;
        this.buildVariable = buildVariable;
        this.stringValue = stringValue;
      }
      toString() {
        return this.stringValue;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the entire variable. This includes the symbols for
       * the declaration of the variable such as the $, {, and } symbols.
       *
       * @return the range in the document that this variable encompasses in its
       *         entirety
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the modifier character that has been set for
       * specifying how this variable should be expanded and resolved.
       * If this variable is ${variable:+value} then the modifier
       * character is '+'. Will be the empty string if the variable is
       * declared as ${variable:}. Otherwise, will be null if this
       * variable will not use variable substitution at all (such as
       * ${variable} or $variable).
       *
       * @return this variable's modifier character, or the empty
       *         string if it does not have one, or null if this
       *         variable will not use variable substitution
       */
      getModifier() {
        return this.modifier;
      }
      getModifierRange() {
        return this.modifierRange;
      }
      /**
       * Returns the parameter that will be used for substitution if
       * this variable uses modifiers to define how its value should be
       * resolved. If this variable is ${variable:+value} then the
       * substitution value will be 'value'. Will be the empty string
       * if the variable is declared as ${variable:+} or some other
       * variant where the only thing that follows the modifier
       * character (excluding considerations of escape characters and
       * so on) is the variable's closing bracket. May be null if this
       * variable does not have a modifier character defined (such as
       * ${variable} or $variable).
       *
       * @return this variable's substitution parameter, or the empty
       *         string if it does not have one, or null if there is
       *         not one defined
       */
      getSubstitutionParameter() {
        return this.substitutionParameter;
      }
      getSubstitutionRange() {
        return this.substitutionRange;
      }
      /**
       * Returns whether this variable has been defined or not.
       *
       * @return true if this variable has been defined, false otherwise
       */
      isDefined() {
        return this.defined;
      }
      isBuildVariable() {
        return this.buildVariable === true;
      }
      isEnvironmentVariable() {
        return this.buildVariable === false;
      }
    };
    exports.Variable = Variable;
  }
});

// node_modules/dockerfile-ast/lib/instruction.js
var require_instruction = __commonJS({
  "node_modules/dockerfile-ast/lib/instruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Instruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var line_1 = require_line();
    var argument_1 = require_argument();
    var heredoc_1 = require_heredoc();
    var variable_1 = require_variable();
    var main_1 = require_main();
    var Instruction = class extends line_1.Line {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range);
        this.dockerfile = dockerfile2;
        this.escapeChar = escapeChar;
        this.instruction = instruction;
        this.instructionRange = instructionRange;
      }
      toString() {
        let value = this.getKeyword();
        for (let arg of this.getRawArguments()) {
          value += " ";
          value += arg.getValue();
        }
        return value;
      }
      getRangeContent(range) {
        if (range === null) {
          return null;
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      getInstructionRange() {
        return this.instructionRange;
      }
      getInstruction() {
        return this.instruction;
      }
      getKeyword() {
        return this.getInstruction().toUpperCase();
      }
      getArgumentsRange() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end);
      }
      getArgumentsRanges() {
        let args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        if (args[0].getRange().start.line === args[args.length - 1].getRange().end.line) {
          return [vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end)];
        }
        let ranges = [];
        let end = -1;
        let startPosition = args[0].getRange().start;
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(startPosition) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra, this.document.offsetAt(args[args.length - 1].getRange().end) - this.document.offsetAt(range.start));
        let offset = this.document.offsetAt(range.start) + extra;
        let start = false;
        let comment = false;
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                switch (fullArgs.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    if (startPosition !== null) {
                      ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                    }
                    startPosition = null;
                    start = true;
                    comment = false;
                    i = j;
                    break whitespaceCheck;
                  default:
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                startPosition = null;
              }
              start = true;
              comment = false;
              i += 2;
            } else if (next === "\n") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
              }
              startPosition = null;
              start = true;
              comment = false;
              i++;
            } else {
              i++;
            }
          } else if (util_1.Util.isNewline(char)) {
            if (comment) {
              startPosition = null;
              start = true;
              comment = false;
            }
          } else {
            if (!comment) {
              if (startPosition === null) {
                if (char === "#") {
                  comment = true;
                  continue;
                }
                let position = this.document.positionAt(offset + i);
                if (position.character !== 0) {
                  startPosition = vscode_languageserver_types_1.Position.create(position.line, 0);
                }
              }
              end = i;
            }
          }
        }
        if (startPosition === null) {
          ranges.push(vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + end), this.document.positionAt(offset + end + 1)));
        } else {
          ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
        }
        return ranges;
      }
      getRawArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end));
      }
      getArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        let content = "";
        let ranges = this.getArgumentsRanges();
        let documentText = this.document.getText();
        for (let range of ranges) {
          content += documentText.substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
        }
        return content;
      }
      getArguments() {
        return this.getRawArguments();
      }
      getRawArguments() {
        let args = [];
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(range.end) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let offset = this.document.offsetAt(range.start) + extra;
        let start = false;
        let comment = false;
        let found3 = -1;
        let escapedWhitespaceDetected = false;
        let escaping = false;
        let escapeMarker = -1;
        let escapedArg = "";
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (util_1.Util.isWhitespace(char)) {
            if (escaping) {
              escapedWhitespaceDetected = true;
              if (util_1.Util.isNewline(char)) {
                escapedWhitespaceDetected = false;
                if (comment) {
                  comment = false;
                  start = true;
                }
              }
              continue;
            } else if (found3 !== -1) {
              if (escapeMarker === -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found3), this.document.positionAt(offset + i))));
              } else {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found3), this.document.positionAt(offset + escapeMarker))));
              }
              escapeMarker = -1;
              escapedArg = "";
              found3 = -1;
            }
          } else if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                let newlineCheck = fullArgs.charAt(j);
                switch (newlineCheck) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    comment = false;
                    escaping = true;
                    start = true;
                    if (found3 !== -1) {
                      escapeMarker = i;
                    }
                    i = j;
                    break whitespaceCheck;
                  default:
                    escapeMarker = i;
                    if (found3 === -1) {
                      i = j - 1;
                    }
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              comment = false;
              escaping = true;
              start = true;
              if (found3 !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i += 2;
            } else if (next === "\n") {
              comment = false;
              escaping = true;
              start = true;
              if (found3 !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i++;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found3), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found3 = -1;
              }
              escapeMarker = -1;
              escapedWhitespaceDetected = false;
              escaping = false;
              if (next === "$") {
                escapedArg = escapedArg + char + next;
              } else if (next === "") {
                break;
              } else {
                escapedArg = escapedArg + next;
              }
              if (found3 === -1) {
                found3 = i;
              }
              i++;
            }
          } else if (!comment) {
            if (start && char === "#") {
              comment = true;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found3), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found3 = -1;
              }
              escapedWhitespaceDetected = false;
              escaping = false;
              escapeMarker = -1;
              escapedArg = escapedArg + char;
              if (found3 === -1) {
                found3 = i;
              }
            }
            start = false;
          }
        }
        if (found3 !== -1) {
          if (escapeMarker === -1) {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found3), this.document.positionAt(offset + fullArgs.length))));
          } else {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found3), this.document.positionAt(offset + escapeMarker))));
          }
        }
        return args;
      }
      getExpandedArguments() {
        let args = this.getArguments();
        for (let i = 0; i < args.length; i++) {
          const argRange = args[i].getRange();
          let offset = this.document.offsetAt(argRange.start);
          const variables = this.parseVariables(offset, args[i].getValue());
          const swaps = [];
          let requiresExpansion = false;
          for (let variable2 of variables) {
            const value = this.dockerfile.resolveVariable(variable2.getName(), variable2.getNameRange().start.line);
            swaps.push(value);
            requiresExpansion = requiresExpansion || value !== void 0;
          }
          if (requiresExpansion) {
            let expanded = "";
            for (let j = 0; j < swaps.length; j++) {
              const variableRange = variables[j].getRange();
              const start = this.document.offsetAt(variableRange.start);
              const end = this.document.offsetAt(variableRange.end);
              if (swaps[j]) {
                expanded += this.document.getText().substring(offset, start);
                expanded += swaps[j];
                offset = end;
              } else {
                expanded += this.document.getText().substring(offset, end);
                offset = end;
              }
            }
            const argEnd = this.document.offsetAt(argRange.end);
            if (argEnd !== offset) {
              expanded += this.document.getText().substring(offset, argEnd);
            }
            args[i] = new argument_1.Argument(expanded, argRange);
          }
        }
        return args;
      }
      getVariables() {
        const variables = [];
        const args = this.getRawArguments();
        for (const arg of args) {
          let range = arg.getRange();
          let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
          const parsedVariables = this.parseVariables(this.document.offsetAt(arg.getRange().start), rawValue);
          for (const parsedVariable of parsedVariables) {
            variables.push(parsedVariable);
          }
        }
        return variables;
      }
      parseVariables(offset, arg) {
        let variables = [];
        variableLoop: for (let i = 0; i < arg.length; i++) {
          switch (arg.charAt(i)) {
            case this.escapeChar:
              if (arg.charAt(i + 1) === "$") {
                i++;
              }
              break;
            case "$":
              if (arg.charAt(i + 1) === "{") {
                let escapedString = "${";
                let escapedName = "";
                let nameEnd = -1;
                let escapedSubstitutionParameter = "";
                let substitutionStart = -1;
                let substitutionEnd = -1;
                let modifierRead = -1;
                nameLoop: for (let j = i + 2; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      break;
                    case "}":
                      escapedString += "}";
                      let modifier = null;
                      let modifierRange = null;
                      let substitutionParameter = modifierRead !== -1 ? escapedSubstitutionParameter : null;
                      let substitutionRange = null;
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (nameEnd + 1 === j) {
                        modifier = "";
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + nameEnd + 1), this.document.positionAt(offset + nameEnd + 1));
                      } else {
                        if (substitutionStart === -1) {
                          substitutionStart = modifierRead + 1;
                          substitutionEnd = modifierRead + 1;
                        } else {
                          substitutionEnd = substitutionEnd + 1;
                        }
                        modifier = arg.substring(modifierRead, modifierRead + 1);
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + modifierRead), this.document.positionAt(offset + modifierRead + 1));
                        substitutionRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + substitutionStart), this.document.positionAt(offset + substitutionEnd));
                      }
                      let start = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 2), this.document.positionAt(offset + nameEnd)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + j + 1)), modifier, modifierRange, substitutionParameter, substitutionRange, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), escapedString));
                      i = j;
                      continue variableLoop;
                    case ":":
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += ":";
                      } else {
                        modifierRead = j;
                      }
                      escapedString += ":";
                      break;
                    case "\n":
                    case "\r":
                    case " ":
                    case "	":
                      break;
                    default:
                      if (nameEnd === -1) {
                        escapedName += char;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += char;
                      } else {
                        modifierRead = j;
                      }
                      escapedString += char;
                      break;
                  }
                }
                break variableLoop;
              } else if (util_1.Util.isWhitespace(arg.charAt(i + 1)) || i === arg.length - 1) {
                continue;
              } else {
                let escapedName = "";
                nameLoop: for (let j = i + 1; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case "\r":
                    case "\n":
                    case " ":
                    case "	":
                      continue;
                    case "$":
                    case "'":
                    case '"':
                      let varStart = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                      i = j - 1;
                      continue variableLoop;
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      let start2 = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(start2, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start2.line) !== void 0, this.isBuildVariable(escapedName, start2.line), "$" + escapedName));
                      break variableLoop;
                  }
                  if (char.match(/^[a-z0-9_]+$/i) === null) {
                    let varStart = this.document.positionAt(offset + i);
                    variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                    i = j - 1;
                    continue variableLoop;
                  }
                  escapedName += char;
                }
                let start = this.document.positionAt(offset + i);
                variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + arg.length)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + arg.length)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), "$" + escapedName));
              }
              break variableLoop;
          }
        }
        return variables;
      }
      isBuildVariable(variable2, line) {
        if (this.getKeyword() === main_1.Keyword.FROM) {
          for (const initialArg of this.dockerfile.getInitialARGs()) {
            const arg = initialArg;
            const property = arg.getProperty();
            if (property && variable2 === property.getName()) {
              return true;
            }
          }
          return void 0;
        }
        let image = this.dockerfile.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        let envs = image.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line)) {
            for (let property of envs[i].getProperties()) {
              if (property.getName() === variable2) {
                return false;
              }
            }
          }
        }
        let args = image.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line)) {
            let property = args[i].getProperty();
            if (property && property.getName() === variable2) {
              return true;
            }
          }
        }
        return void 0;
      }
      createSingleLineHeredocs(args) {
        const heredocs = [];
        for (const arg of args) {
          const value = arg.getValue();
          if (value.startsWith("<<") && util_1.Util.parseHeredocName(value) !== null) {
            const startRange = arg.getRange();
            const nameRange = this.getNameRange(startRange);
            const name = this.getName(nameRange);
            heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
          }
        }
        return heredocs;
      }
      getName(nameRange) {
        const content = this.document.getText(nameRange);
        let escaping = false;
        let name = "";
        nameLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    i = j + 1;
                    continue nameLoop;
                  case "\n":
                    i = j;
                    continue nameLoop;
                  default:
                    name += content.charAt(j);
                    i = j;
                    continue nameLoop;
                }
              }
              break;
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue nameLoop;
                  }
                }
              }
            case " ":
            case "	":
            case "\r":
            case "\n":
              if (escaping) {
                break;
              }
            default:
              name += ch;
              break;
          }
        }
        return name;
      }
      getNameRange(startRange) {
        const content = this.document.getText(startRange);
        let endFound = false;
        let searchHyphen = false;
        let start = -1;
        let end = -1;
        let escaping = false;
        let quote = null;
        contentLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case '"':
            case "'":
              if (quote === ch) {
                break contentLoop;
              }
              quote = ch;
              continue;
            case this.escapeChar:
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case "\n":
                    escaping = true;
                    j = i;
                    continue contentLoop;
                }
              }
              break;
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "<":
              if (endFound) {
                searchHyphen = true;
              } else {
                endFound = true;
              }
              break;
            case "-":
              if (searchHyphen) {
                searchHyphen = false;
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (start === -1) {
                start = i;
              }
              if (quote !== null) {
                end = i + 1;
                break;
              }
              break contentLoop;
          }
        }
        if (start === -1) {
          return vscode_languageserver_types_1.Range.create(startRange.end, startRange.end);
        }
        const nameStart = this.document.positionAt(this.document.offsetAt(startRange.start) + start);
        const nameEnd = quote !== null ? this.document.positionAt(this.document.offsetAt(startRange.start) + end) : startRange.end;
        return vscode_languageserver_types_1.Range.create(nameStart, nameEnd);
      }
      getHeredocs() {
        const args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        const heredocs = [];
        const range = this.getRange();
        if (range.start.line === range.end.line) {
          return this.createSingleLineHeredocs(args);
        }
        const heredocDefinitions = [];
        let heredocsProcessed = false;
        let escaping = false;
        let contentStart = -1;
        let contentEnd = -1;
        let lineStart = -1;
        let currentHeredoc = 0;
        const startOffset = this.document.offsetAt(args[0].getRange().start);
        const content = this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end));
        contentLoop: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    j++;
                  case "\n":
                    i = j;
                    continue contentLoop;
                  default:
                    i = j;
                    continue contentLoop;
                }
              }
              break;
            case "\r":
              break;
            case "\n":
              if (escaping) {
                break;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                contentEnd = i;
                const arg = heredocDefinitions[currentHeredoc];
                const startRange = arg.getRange();
                const nameRange = this.getNameRange(startRange);
                const name = this.getName(nameRange);
                const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), this.document.positionAt(startOffset + i)));
                if (delimiterRange !== null) {
                  const contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + lineStart - 1));
                  heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
                  contentStart = -1;
                  currentHeredoc++;
                }
                lineStart = -1;
              } else {
                const offsetLimit = startOffset + i;
                for (const arg of args) {
                  if (this.document.offsetAt(arg.getRange().start) < offsetLimit) {
                    if (arg.getValue().startsWith("<<")) {
                      heredocDefinitions.push(arg);
                    }
                  } else {
                    break;
                  }
                }
                heredocsProcessed = true;
                lineStart = -1;
                continue contentLoop;
              }
              break;
            case " ":
            case "	":
              if (escaping) {
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (escaping) {
                escaping = false;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                if (lineStart === -1) {
                  lineStart = i;
                }
              }
              break;
          }
        }
        if (heredocsProcessed) {
          const arg = heredocDefinitions[currentHeredoc];
          const startRange = arg.getRange();
          const nameRange = this.getNameRange(startRange);
          const name = this.getName(nameRange);
          let contentRange = null;
          const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), range.end));
          if (delimiterRange === null) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), range.end);
          } else if (contentEnd !== -1) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + contentEnd));
          }
          heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
          currentHeredoc++;
          for (let i = currentHeredoc; i < heredocDefinitions.length; i++) {
            const arg2 = heredocDefinitions[currentHeredoc];
            const startRange2 = arg2.getRange();
            const nameRange2 = this.getNameRange(startRange2);
            const name2 = this.getName(nameRange2);
            heredocs.push(new heredoc_1.Heredoc(startRange2, name2, nameRange2, null, null));
            currentHeredoc++;
          }
        } else {
          return this.createSingleLineHeredocs(args);
        }
        return heredocs;
      }
      getDelimiterRange(startArg, name, candidateRange) {
        const text = this.document.getText(candidateRange);
        if (startArg.getValue().startsWith("<<-")) {
          let index = 0;
          while (text.charAt(index) === "	") {
            index++;
          }
          if (text.substring(index) === name) {
            return vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(candidateRange.start.line, index), candidateRange.end);
          }
          return null;
        }
        return text === name ? candidateRange : null;
      }
    };
    exports.Instruction = Instruction;
  }
});

// node_modules/dockerfile-ast/lib/flagOption.js
var require_flagOption = __commonJS({
  "node_modules/dockerfile-ast/lib/flagOption.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.FlagOption = void 0;
    var FlagOption = class {
      constructor(range, name, nameRange, value, valueRange) {
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value;
        this.valueRange = valueRange;
      }
      toString() {
        if (this.valueRange !== null) {
          return this.name + "=" + this.value;
        }
        return this.name;
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
    };
    exports.FlagOption = FlagOption;
  }
});

// node_modules/dockerfile-ast/lib/flag.js
var require_flag = __commonJS({
  "node_modules/dockerfile-ast/lib/flag.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Flag = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flagOption_1 = require_flagOption();
    var Flag = class {
      constructor(document, range, name, nameRange, value, valueRange) {
        this.options = [];
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value;
        this.valueRange = valueRange;
        if (this.value !== null) {
          let offset = document.offsetAt(valueRange.start);
          let nameStart = -1;
          let valueStart = -1;
          let hasOptions = false;
          for (let i = 0; i < value.length; i++) {
            switch (value.charAt(i)) {
              case "=":
                hasOptions = true;
                if (valueStart === -1) {
                  valueStart = i + 1;
                  break;
                }
                break;
              case ",":
                this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, i));
                nameStart = -1;
                valueStart = -1;
                break;
              default:
                if (nameStart === -1) {
                  nameStart = i;
                }
                break;
            }
          }
          if (hasOptions && nameStart !== -1) {
            this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, value.length));
          }
        }
      }
      createFlagOption(document, content, documentOffset, nameStart, valueStart, valueEnd) {
        const optionRange = vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueEnd));
        if (valueStart === -1) {
          return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueEnd), optionRange, null, null);
        }
        return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueStart - 1), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueStart - 1)), content.substring(valueStart, valueEnd), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + valueStart), document.positionAt(documentOffset + valueEnd)));
      }
      toString() {
        if (this.valueRange) {
          return "--" + this.name + "=" + this.value;
        }
        return "--" + this.name;
      }
      /**
       * Returns the range that encompasses this entire flag. This includes the
       * -- prefix in the beginning to the last character of the flag's value (if
       * it has been defined).
       *
       * @return the entire range of this flag
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the name of this flag. The name does not include the -- prefix.
       * Thus, for HEALTHCHECK's --interval flag, interval is the flag's name and
       * not --interval.
       *
       * @return this flag's name
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range that encompasses the flag's name
       *
       * @return the range containing the flag's name
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the value that has been set to this flag. May be null if the
       * flag is invalid and has no value set like a --start-period. If the flag
       * is instead a --start-period= with an equals sign then the flag's value
       * is the empty string.
       *
       * @return this flag's value if it has been defined, null otherwise
       */
      getValue() {
        return this.value;
      }
      /**
       * Returns the range that encompasses this flag's value. If no value has
       * been set then null will be returned.
       *
       * @return the range containing this flag's value, or null if the flag
       *         has no value defined
       */
      getValueRange() {
        return this.valueRange;
      }
      getOption(name) {
        for (const option of this.options) {
          if (option.getName() === name) {
            return option;
          }
        }
        return null;
      }
      getOptions() {
        return this.options;
      }
      hasOptions() {
        return this.options.length > 0;
      }
    };
    exports.Flag = Flag;
  }
});

// node_modules/dockerfile-ast/lib/modifiableInstruction.js
var require_modifiableInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/modifiableInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ModifiableInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flag_1 = require_flag();
    var instruction_1 = require_instruction();
    var ModifiableInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getFlags() {
        if (!this.flags) {
          this.flags = [];
          for (let arg of this.getArguments()) {
            let value = arg.getValue();
            if (this.stopSearchingForFlags(value)) {
              return this.flags;
            } else if (value.indexOf("--") === 0) {
              let range = arg.getRange();
              let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
              let nameIndex = value.indexOf("=");
              let index = rawValue.indexOf("=");
              let firstMatch = false;
              let secondMatch = false;
              let startIndex = -1;
              nameSearchLoop: for (let i = 0; i < rawValue.length; i++) {
                switch (rawValue.charAt(i)) {
                  case "\\":
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                    break;
                  case "-":
                    if (secondMatch) {
                      startIndex = i;
                      break nameSearchLoop;
                    } else if (firstMatch) {
                      secondMatch = true;
                    } else {
                      firstMatch = true;
                    }
                    break;
                  default:
                    startIndex = i;
                    break nameSearchLoop;
                }
              }
              let nameStart = this.document.positionAt(this.document.offsetAt(range.start) + startIndex);
              if (index === -1) {
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2), vscode_languageserver_types_1.Range.create(nameStart, range.end), null, null));
              } else if (index === value.length - 1) {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, index), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), "", vscode_languageserver_types_1.Range.create(range.end, range.end)));
              } else {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, nameIndex), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), value.substring(nameIndex + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(this.document.offsetAt(range.start) + index + 1), range.end)));
              }
            }
          }
        }
        return this.flags;
      }
      getArguments() {
        const args = super.getArguments();
        const flags = this.getFlags();
        if (flags.length === 0) {
          return args;
        }
        for (let i = 0; i < flags.length; i++) {
          args.shift();
        }
        return args;
      }
    };
    exports.ModifiableInstruction = ModifiableInstruction;
  }
});

// node_modules/dockerfile-ast/lib/jsonInstruction.js
var require_jsonInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var argument_1 = require_argument();
    var jsonArgument_1 = require_jsonArgument();
    var modifiableInstruction_1 = require_modifiableInstruction();
    var JSONInstruction = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
        this.openingBracket = null;
        this.closingBracket = null;
        this.jsonStrings = [];
        const argsContent = this.getRawArgumentsContent();
        if (argsContent === null) {
          return;
        }
        const args = this.getArguments();
        if (args.length === 1 && args[0].getValue() === "[]") {
          let argRange = args[0].getRange();
          this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character, argRange.start.line, argRange.start.character + 1));
          this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character + 1, argRange.end.line, argRange.end.character));
          return;
        } else if (args.length === 2 && args[0].getValue() === "[" && args[1].getValue() === "]") {
          this.openingBracket = args[0];
          this.closingBracket = args[1];
          return;
        }
        const argsOffset = document.offsetAt(this.getArgumentsRange().start);
        let start = -1;
        let last = "";
        let quoted = false;
        let escapedArg = "";
        argsCheck: for (let i = 0; i < argsContent.length; i++) {
          let char = argsContent.charAt(i);
          switch (char) {
            case "[":
              if (last === "") {
                this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                last = "[";
              } else if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                break argsCheck;
              }
              break;
            case '"':
              if (last === "[" || last === ",") {
                start = i;
                quoted = true;
                last = '"';
                escapedArg = escapedArg + char;
                continue;
              } else if (last === '"') {
                if (quoted) {
                  escapedArg = escapedArg + char;
                  quoted = false;
                  this.jsonStrings.push(new jsonArgument_1.JSONArgument(escapedArg, vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start), document.positionAt(argsOffset + i + 1)), vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start + 1), document.positionAt(argsOffset + i))));
                  escapedArg = "";
                } else {
                  break argsCheck;
                }
              } else {
                break argsCheck;
              }
              break;
            case ",":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                if (last === '"') {
                  last = ",";
                } else {
                  break argsCheck;
                }
              }
              break;
            case "]":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else if (last !== "") {
                this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                break argsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            case "\\":
              if (quoted) {
                switch (argsContent.charAt(i + 1)) {
                  case '"':
                  case "\\":
                    escapedArg = escapedArg + argsContent.charAt(i + 1);
                    i++;
                    continue;
                  case " ":
                  case "	":
                    escapeCheck: for (let j = i + 2; j < argsContent.length; j++) {
                      switch (argsContent.charAt(j)) {
                        case "\r":
                          j++;
                        case "\n":
                          i = j;
                          continue argsCheck;
                        case " ":
                        case "	":
                          break;
                        default:
                          break escapeCheck;
                      }
                    }
                    break;
                  case "\r":
                    i++;
                  default:
                    i++;
                    continue;
                }
              } else {
                escapeCheck: for (let j = i + 1; j < argsContent.length; j++) {
                  switch (argsContent.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue argsCheck;
                    case " ":
                    case "	":
                      break;
                    default:
                      break escapeCheck;
                  }
                }
              }
              break argsCheck;
            default:
              if (!quoted) {
                break argsCheck;
              }
              escapedArg = escapedArg + char;
              break;
          }
        }
      }
      stopSearchingForFlags(_value) {
        return true;
      }
      getOpeningBracket() {
        return this.openingBracket;
      }
      getJSONStrings() {
        return this.jsonStrings;
      }
      getClosingBracket() {
        return this.closingBracket;
      }
    };
    exports.JSONInstruction = JSONInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/add.js
var require_add = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/add.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Add = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Add = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
    };
    exports.Add = Add;
  }
});

// node_modules/dockerfile-ast/lib/property.js
var require_property = __commonJS({
  "node_modules/dockerfile-ast/lib/property.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Property = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var Property = class _Property {
      constructor(document, escapeChar, arg, arg2) {
        this.assignmentOperatorRange = null;
        this.assignmentOperator = null;
        this.valueRange = null;
        this.value = null;
        this.document = document;
        this.escapeChar = escapeChar;
        this.nameRange = _Property.getNameRange(document, arg);
        let value = document.getText().substring(document.offsetAt(this.nameRange.start), document.offsetAt(this.nameRange.end));
        this.name = _Property.getValue(value, escapeChar);
        if (arg2) {
          this.valueRange = arg2.getRange();
          value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
          this.value = _Property.getValue(value, escapeChar);
          this.range = vscode_languageserver_types_1.Range.create(this.nameRange.start, this.valueRange.end);
        } else {
          let argRange = arg.getRange();
          if (this.nameRange.start.line === argRange.start.line && this.nameRange.start.character === argRange.start.character && this.nameRange.end.line === argRange.end.line && this.nameRange.end.character === argRange.end.character) {
          } else {
            this.valueRange = _Property.getValueRange(document, arg);
            value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
            this.value = _Property.getValue(value, escapeChar);
            this.assignmentOperatorRange = vscode_languageserver_types_1.Range.create(this.nameRange.end, this.valueRange.start);
            this.assignmentOperator = "=";
          }
          this.range = argRange;
        }
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
      /**
       * Retrieves the operator used for delimiting between the name and
       * value of this property. This will either be the "=" character
       * or null if a character was not used or if this property has no
       * value defined.
       */
      getAssignmentOperator() {
        return this.assignmentOperator;
      }
      getAssignmentOperatorRange() {
        return this.assignmentOperatorRange;
      }
      /**
       * Returns the value of this property including any enclosing
       * single or double quotes and relevant escape characters.
       * Escaped newlines and its associated contiguous whitespace
       * characters however will not be returned as they are deemed to
       * be uninteresting to clients trying to return a Dockerfile.
       *
       * @return the unescaped value of this property or null if this
       *         property has no associated value
       */
      getUnescapedValue() {
        if (this.valueRange === null) {
          return null;
        }
        let escaped = false;
        let rawValue = "";
        let value = this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
        rawLoop: for (let i = 0; i < value.length; i++) {
          let char = value.charAt(i);
          switch (char) {
            case this.escapeChar:
              for (let j = i + 1; j < value.length; j++) {
                switch (value.charAt(j)) {
                  case "\r":
                    j++;
                  case "\n":
                    escaped = true;
                    i = j;
                    continue rawLoop;
                  case " ":
                  case "	":
                    break;
                  default:
                    rawValue = rawValue + char;
                    continue rawLoop;
                }
              }
              rawValue = rawValue + char;
              break;
            case "\r":
            case "\n":
              break;
            case " ":
            case "	":
              if (!escaped) {
                rawValue = rawValue + char;
              }
              break;
            case "#":
              if (escaped) {
                for (let j = i + 1; j < value.length; j++) {
                  switch (value.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue rawLoop;
                  }
                }
              } else {
                rawValue = rawValue + char;
              }
              break;
            default:
              rawValue = rawValue + char;
              escaped = false;
              break;
          }
        }
        return rawValue;
      }
      static getNameRange(document, arg) {
        let value = arg.getValue();
        let index = value.indexOf("=");
        if (index !== -1) {
          let initial = value.charAt(0);
          let before = value.charAt(index - 1);
          if (initial === '"' && before === '"' || initial === "'" && before === "'" || initial !== '"' && initial !== "'") {
            return vscode_languageserver_types_1.Range.create(arg.getRange().start, document.positionAt(document.offsetAt(arg.getRange().start) + index));
          }
        }
        return arg.getRange();
      }
      static getValueRange(document, arg) {
        return vscode_languageserver_types_1.Range.create(document.positionAt(document.offsetAt(arg.getRange().start) + arg.getValue().indexOf("=") + 1), document.positionAt(document.offsetAt(arg.getRange().end)));
      }
      /**
       * Returns the actual value of this key-value pair. The value will
       * have its escape characters removed if applicable. If the value
       * spans multiple lines and there are comments nested within the
       * lines, they too will be removed.
       *
       * @return the value that this key-value pair will actually be, may
       *         be null if no value is defined, may be the empty string
       *         if the value only consists of whitespace
       */
      static getValue(value, escapeChar) {
        let escaped = false;
        const skip = util_1.Util.findLeadingNonWhitespace(value, escapeChar);
        if (skip !== 0 && value.charAt(skip) === "#") {
          escaped = true;
        }
        value = value.substring(skip);
        let first = value.charAt(0);
        let last = value.charAt(value.length - 1);
        let literal = first === "'" || first === '"';
        let inSingle = first === "'" && last === "'";
        let inDouble = false;
        if (first === '"') {
          for (let i = 1; i < value.length; i++) {
            if (value.charAt(i) === escapeChar) {
              i++;
            } else if (value.charAt(i) === '"' && i === value.length - 1) {
              inDouble = true;
            }
          }
        }
        if (inSingle || inDouble) {
          value = value.substring(1, value.length - 1);
        }
        let commentCheck = -1;
        let escapedValue = "";
        let start = 0;
        parseValue: for (let i = 0; i < value.length; i++) {
          let char = value.charAt(i);
          switch (char) {
            case escapeChar:
              if (i + 1 === value.length) {
                escapedValue = escapedValue + escapeChar;
                break parseValue;
              }
              char = value.charAt(i + 1);
              if (char === " " || char === "	") {
                whitespaceCheck: for (let j = i + 2; j < value.length; j++) {
                  let char2 = value.charAt(j);
                  switch (char2) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                      j++;
                    case "\n":
                      escaped = true;
                      i = j;
                      continue parseValue;
                    default:
                      if (!inDouble && !inSingle && !literal) {
                        if (char2 === escapeChar) {
                          escapedValue = escapedValue + char;
                          i = i + 1;
                        } else {
                          escapedValue = escapedValue + char + char2;
                          i = j;
                        }
                        continue parseValue;
                      }
                      break whitespaceCheck;
                  }
                }
              }
              if (inDouble) {
                if (char === "\r") {
                  escaped = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped = true;
                  i++;
                } else if (char !== '"') {
                  if (char === escapeChar) {
                    i++;
                  }
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (inSingle || literal) {
                if (char === "\r") {
                  escaped = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped = true;
                  i++;
                } else {
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (char === escapeChar) {
                escapedValue = escapedValue + escapeChar;
                i++;
              } else if (char === "\r") {
                escaped = true;
                i = i + 2;
              } else if (char === "\n") {
                escaped = true;
                i++;
                start = i;
              } else {
                escapedValue = escapedValue + char;
                i++;
              }
              break;
            case " ":
            case "	":
              if (escaped && commentCheck === -1) {
                commentCheck = i;
              }
              escapedValue = escapedValue + char;
              break;
            case "\r":
              i++;
            case "\n":
              if (escaped && commentCheck !== -1) {
                escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck - 1));
                commentCheck = -1;
              }
              break;
            case "#":
              if (escaped) {
                if (commentCheck !== -1) {
                  escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck));
                  commentCheck = -1;
                }
                newlineCheck: for (let j = i + 1; j < value.length; j++) {
                  switch (value.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      break newlineCheck;
                  }
                }
                continue parseValue;
              }
            default:
              if (escaped) {
                escaped = false;
                commentCheck = -1;
              }
              escapedValue = escapedValue + char;
              break;
          }
        }
        return escapedValue;
      }
    };
    exports.Property = Property;
  }
});

// node_modules/dockerfile-ast/lib/propertyInstruction.js
var require_propertyInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/propertyInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PropertyInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var instruction_1 = require_instruction();
    var property_1 = require_property();
    var argument_1 = require_argument();
    var util_1 = require_util();
    var PropertyInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
        this.properties = void 0;
      }
      getProperties() {
        if (this.properties === void 0) {
          let args = this.getPropertyArguments();
          if (args.length === 0) {
            this.properties = [];
          } else if (args.length === 1) {
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0])];
          } else if (args.length === 2) {
            if (args[0].getValue().indexOf("=") === -1) {
              this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], args[1])];
            } else {
              this.properties = [
                new property_1.Property(this.document, this.escapeChar, args[0]),
                new property_1.Property(this.document, this.escapeChar, args[1])
              ];
            }
          } else if (args[0].getValue().indexOf("=") === -1) {
            let text = this.document.getText();
            let start = args[1].getRange().start;
            let end = args[args.length - 1].getRange().end;
            text = text.substring(this.document.offsetAt(start), this.document.offsetAt(end));
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], new argument_1.Argument(text, vscode_languageserver_types_1.Range.create(args[1].getRange().start, args[args.length - 1].getRange().end)))];
          } else {
            this.properties = [];
            for (let i = 0; i < args.length; i++) {
              this.properties.push(new property_1.Property(this.document, this.escapeChar, args[i]));
            }
          }
        }
        return this.properties;
      }
      /**
       * Goes from the back of the string and returns the first
       * non-whitespace character that is found. If an escape character
       * is found with newline characters, the escape character will
       * not be considered a non-whitespace character and its index in
       * the string will not be returned.
       *
       * @param content the string to search through
       * @return the index in the string for the first non-whitespace
       *         character when searching from the end of the string
       */
      findTrailingNonWhitespace(content) {
        let index = content.length;
        whitespaceCheck: for (let i = content.length - 1; i >= 0; i--) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case "\n":
              if (content.charAt(i - 1) === "\r") {
                i = i - 1;
              }
            case "\r":
              newlineCheck: for (let j = i - 1; j >= 0; j--) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                  case this.escapeChar:
                    continue;
                  default:
                    index = j;
                    break newlineCheck;
                }
              }
              break whitespaceCheck;
            default:
              index = i;
              break whitespaceCheck;
          }
        }
        return index;
      }
      getPropertyArguments() {
        const args = [];
        let range = this.getInstructionRange();
        let instructionNameEndOffset = this.document.offsetAt(range.end);
        let extra = instructionNameEndOffset - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let start = util_1.Util.findLeadingNonWhitespace(fullArgs, this.escapeChar);
        if (start === -1) {
          return [];
        }
        const startPosition = this.document.positionAt(instructionNameEndOffset + start);
        let escaped = range.start.line !== startPosition.line;
        let endingEscape = false;
        let mark = -1;
        let end = this.findTrailingNonWhitespace(fullArgs);
        content = fullArgs.substring(start, end + 1);
        let argStart = escaped ? -1 : 0;
        let spaced = false;
        argumentLoop: for (let i = 0; i < content.length; i++) {
          let char = content.charAt(i);
          switch (char) {
            case this.escapeChar:
              if (i + 1 === content.length) {
                endingEscape = true;
                break argumentLoop;
              }
              if (!escaped) {
                mark = i;
              }
              switch (content.charAt(i + 1)) {
                case " ":
                case "	":
                  if (!util_1.Util.isWhitespace(content.charAt(i + 2))) {
                    i = i + 1;
                    continue argumentLoop;
                  }
                  whitespaceCheck: for (let j = i + 2; j < content.length; j++) {
                    switch (content.charAt(j)) {
                      case "\r":
                        j++;
                      case "\n":
                        escaped = true;
                        i = j;
                        continue argumentLoop;
                      case " ":
                      case "	":
                        break;
                      default:
                        args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i + 2))));
                        argStart = j;
                        break whitespaceCheck;
                    }
                  }
                  i = argStart - 1;
                  continue argumentLoop;
                case "\r":
                  i++;
                case "\n":
                  escaped = true;
                  i = i + 1;
                  continue argumentLoop;
                case this.escapeChar:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  i = i + 1;
                  continue argumentLoop;
                default:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  continue argumentLoop;
              }
            case "'":
            case '"':
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
                argStart = i;
                spaced = false;
              }
              if (argStart === -1) {
                argStart = i;
              }
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case char:
                    if (content.charAt(j + 1) !== " " && content.charAt(j + 1) !== "") {
                      i = j;
                      continue argumentLoop;
                    }
                    args.push(new argument_1.Argument(content.substring(argStart, j + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + j + 1))));
                    i = j;
                    argStart = -1;
                    continue argumentLoop;
                  case this.escapeChar:
                    j++;
                    break;
                }
              }
              break argumentLoop;
            case " ":
            case "	":
              if (escaped) {
                if (argStart !== -1) {
                  spaced = true;
                }
              } else if (argStart !== -1) {
                args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i))));
                argStart = -1;
              }
              break;
            case "\r":
              i++;
            case "\n":
              spaced = false;
              break;
            case "#":
              if (escaped) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      spaced = false;
                      continue argumentLoop;
                  }
                }
                if (argStart !== -1) {
                  let value = content.substring(argStart, mark);
                  args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
                  argStart = -1;
                }
                break argumentLoop;
              } else if (argStart === -1) {
                argStart = i;
              }
              break;
            default:
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
                argStart = i;
                spaced = false;
              }
              escaped = false;
              if (argStart === -1) {
                argStart = i;
              }
              if (char === "$" && content.charAt(i + 1) === "{") {
                let singleQuotes = false;
                let doubleQuotes = false;
                let escaped2 = false;
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case this.escapeChar:
                      escaped2 = true;
                      break;
                    case "\r":
                    case "\n":
                      break;
                    case "'":
                      singleQuotes = !singleQuotes;
                      escaped2 = false;
                      break;
                    case '"':
                      doubleQuotes = !doubleQuotes;
                      escaped2 = false;
                      break;
                    case " ":
                    case "	":
                      if (escaped2 || singleQuotes || doubleQuotes) {
                        break;
                      }
                      i = j - 1;
                      continue argumentLoop;
                    case "}":
                      i = j;
                      continue argumentLoop;
                    default:
                      escaped2 = false;
                      break;
                  }
                }
                break argumentLoop;
              }
              break;
          }
        }
        if (argStart !== -1 && argStart !== content.length) {
          let end2 = endingEscape ? content.length - 1 : content.length;
          let value = content.substring(argStart, end2);
          args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + end2))));
        }
        return args;
      }
      createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start) {
        if (argStart !== -1) {
          args.push(new argument_1.Argument(content.substring(argStart, mark), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
        }
      }
    };
    exports.PropertyInstruction = PropertyInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/arg.js
var require_arg = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/arg.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Arg = void 0;
    var property_1 = require_property();
    var propertyInstruction_1 = require_propertyInstruction();
    var Arg = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
        this.property = null;
        const args = this.getPropertyArguments();
        if (args.length === 1) {
          this.property = new property_1.Property(this.document, this.escapeChar, args[0]);
        } else {
          this.property = null;
        }
      }
      /**
       * Returns the variable defined by this ARG. This may be null if
       * this ARG instruction is malformed and has no variable
       * declaration.
       */
      getProperty() {
        return this.property;
      }
    };
    exports.Arg = Arg;
  }
});

// node_modules/dockerfile-ast/lib/instructions/cmd.js
var require_cmd = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/cmd.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Cmd = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Cmd = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Cmd = Cmd;
  }
});

// node_modules/dockerfile-ast/lib/instructions/copy.js
var require_copy = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/copy.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Copy = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Copy = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getFromFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "from" ? flags[0] : null;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Copy = Copy;
  }
});

// node_modules/dockerfile-ast/lib/instructions/env.js
var require_env = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/env.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Env = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var Env = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Env = Env;
  }
});

// node_modules/dockerfile-ast/lib/instructions/entrypoint.js
var require_entrypoint = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/entrypoint.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Entrypoint = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Entrypoint = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Entrypoint = Entrypoint;
  }
});

// node_modules/dockerfile-ast/lib/instructions/from.js
var require_from = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/from.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.From = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var modifiableInstruction_1 = require_modifiableInstruction();
    var From = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getImage() {
        const args = this.getArguments();
        return args.length > 0 ? args[0].getValue() : null;
      }
      /**
       * Returns the name of the image that will be used as the base image.
       *
       * @return the base image's name, or null if unspecified
       */
      getImageName() {
        const imageName = this.getRangeContent(this.getImageNameRange());
        if (imageName === null) {
          return null;
        }
        let commented = false;
        let escaped = false;
        let name = "";
        for (let i = 0; i < imageName.length; i++) {
          const ch = imageName.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaped = true;
              break;
            case "\r":
              continue;
            case "\n":
              commented = false;
              break;
            case " ":
            case "	":
              break;
            case "#":
              if (escaped) {
                commented = true;
              } else {
                name = name + ch;
                escaped = false;
              }
              break;
            default:
              if (!commented) {
                name = name + ch;
                escaped = false;
              }
              break;
          }
        }
        return name;
      }
      /**
       * Returns the range that covers the name of the image used by
       * this instruction.
       *
       * @return the range of the name of this instruction's argument,
       *         or null if no image has been specified
       */
      getImageNameRange() {
        let range = this.getImageRange();
        if (range) {
          let registryRange = this.getRegistryRange();
          if (registryRange) {
            range.start = this.document.positionAt(this.document.offsetAt(registryRange.end) + 1);
          }
          let tagRange = this.getImageTagRange();
          let digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          return range;
        }
        return null;
      }
      /**
       * Returns the range that covers the image argument of this
       * instruction. This includes the tag or digest of the image if
       * it has been specified by the instruction.
       *
       * @return the range of the image argument, or null if no image
       *         has been specified
       */
      getImageRange() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0].getRange() : null;
      }
      getImageTag() {
        return this.getRangeContent(this.getImageTagRange());
      }
      /**
       * Returns the range in the document that the tag of the base
       * image encompasses.
       *
       * @return the base image's tag's range in the document, or null
       *         if no tag has been specified
       */
      getImageTagRange() {
        const range = this.getImageRange();
        if (range) {
          const rangeStartOffset = this.document.offsetAt(range.start);
          const content = this.getRangeContent(range);
          const atIndex = this.indexOf(rangeStartOffset, content, "@");
          const slashIndex = content.indexOf("/");
          if (atIndex === -1) {
            const colonIndex = this.lastIndexOf(rangeStartOffset, content, ":");
            if (colonIndex > slashIndex) {
              return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + colonIndex + 1), range.end);
            }
          }
          const subcontent = content.substring(0, atIndex);
          const subcolonIndex = subcontent.indexOf(":");
          if (subcolonIndex === -1) {
            return null;
          }
          if (slashIndex === -1) {
            return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + atIndex));
          }
          if (subcolonIndex < slashIndex) {
            return null;
          }
          return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + subcontent.length));
        }
        return null;
      }
      getImageDigest() {
        return this.getRangeContent(this.getImageDigestRange());
      }
      /**
       * Returns the range in the document that the digest of the base
       * image encompasses.
       *
       * @return the base image's digest's range in the document, or null
       *         if no digest has been specified
       */
      getImageDigestRange() {
        let range = this.getImageRange();
        if (range) {
          let content = this.getRangeContent(range);
          let index = this.lastIndexOf(this.document.offsetAt(range.start), content, "@");
          if (index !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start.line, range.start.character + index + 1, range.end.line, range.end.character);
          }
        }
        return null;
      }
      indexOf(documentOffset, content, searchString) {
        let index = content.indexOf(searchString);
        const variables = this.getVariables();
        for (let i = 0; i < variables.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            const offset = this.document.offsetAt(variableRange.end) - documentOffset;
            const substring = content.substring(offset);
            const subIndex = substring.indexOf(searchString);
            if (subIndex === -1) {
              return -1;
            }
            index = subIndex + offset;
            i = -1;
            continue;
          }
        }
        return index;
      }
      lastIndexOf(documentOffset, content, searchString) {
        let index = content.lastIndexOf(searchString);
        const variables = this.getVariables();
        for (let i = 0; i < variables.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            index = content.substring(0, index).lastIndexOf(searchString);
            if (index === -1) {
              return -1;
            }
            i = -1;
            continue;
          }
        }
        return index;
      }
      getRegistry() {
        return this.getRangeContent(this.getRegistryRange());
      }
      getRegistryRange() {
        const range = this.getImageRange();
        if (range) {
          const tagRange = this.getImageTagRange();
          const digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          const content = this.getRangeContent(range);
          const rangeStart = this.document.offsetAt(range.start);
          const startingSlashIndex = this.indexOf(rangeStart, content, "/");
          if (startingSlashIndex === -1) {
            return null;
          }
          const portIndex = this.indexOf(rangeStart, content, ":");
          const dotIndex = this.indexOf(rangeStart, content, ".");
          if (portIndex !== -1 || dotIndex !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
          const registry = content.substring(0, startingSlashIndex);
          if (registry === "localhost") {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
        }
        return null;
      }
      getBuildStage() {
        let range = this.getBuildStageRange();
        return range === null ? null : this.getRangeContent(range);
      }
      getBuildStageRange() {
        let args = this.getArguments();
        if (args.length > 2 && args[1].getValue().toUpperCase() === "AS") {
          return args[2].getRange();
        }
        return null;
      }
      getPlatformFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "platform" ? flags[0] : null;
      }
    };
    exports.From = From;
  }
});

// node_modules/dockerfile-ast/lib/instructions/healthcheck.js
var require_healthcheck = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/healthcheck.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Healthcheck = void 0;
    var modifiableInstruction_1 = require_modifiableInstruction();
    var Healthcheck = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        argument = argument.toUpperCase();
        return argument === "CMD" || argument === "NONE";
      }
      getSubcommand() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0] : null;
      }
    };
    exports.Healthcheck = Healthcheck;
  }
});

// node_modules/dockerfile-ast/lib/instructions/label.js
var require_label = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/label.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Label = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var util_1 = require_util();
    var Label = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getVariables() {
        const variables = super.getVariables();
        const properties = this.getProperties();
        for (const property of properties) {
          const value = property.getUnescapedValue();
          if (value !== null && value.length > 2 && value.charAt(0) === "'" && value.charAt(value.length - 1) === "'") {
            const range = property.getValueRange();
            for (let i = 0; i < variables.length; i++) {
              if (util_1.Util.isInsideRange(variables[i].getRange().start, range)) {
                variables.splice(i, 1);
                i--;
              }
            }
          }
        }
        return variables;
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Label = Label;
  }
});

// node_modules/dockerfile-ast/lib/instructions/onbuild.js
var require_onbuild = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/onbuild.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Onbuild = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var parser_1 = require_parser();
    var instruction_1 = require_instruction();
    var Onbuild = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getTrigger() {
        let trigger = this.getTriggerWord();
        return trigger === null ? null : trigger.toUpperCase();
      }
      getTriggerWord() {
        return this.getRangeContent(this.getTriggerRange());
      }
      getTriggerRange() {
        let args = this.getArguments();
        return args.length > 0 ? args[0].getRange() : null;
      }
      getTriggerInstruction() {
        let triggerRange = this.getTriggerRange();
        if (triggerRange === null) {
          return null;
        }
        let args = this.getArguments();
        return parser_1.Parser.createInstruction(this.document, this.dockerfile, this.escapeChar, vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end), this.getTriggerWord(), triggerRange);
      }
    };
    exports.Onbuild = Onbuild;
  }
});

// node_modules/dockerfile-ast/lib/instructions/run.js
var require_run = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/run.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Run = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Run = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Run = Run;
  }
});

// node_modules/dockerfile-ast/lib/instructions/shell.js
var require_shell = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/shell.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Shell = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Shell = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Shell = Shell;
  }
});

// node_modules/dockerfile-ast/lib/instructions/stopsignal.js
var require_stopsignal = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/stopsignal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Stopsignal = void 0;
    var instruction_1 = require_instruction();
    var Stopsignal = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Stopsignal = Stopsignal;
  }
});

// node_modules/dockerfile-ast/lib/instructions/workdir.js
var require_workdir = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/workdir.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Workdir = void 0;
    var instruction_1 = require_instruction();
    var Workdir = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
      /**
       * Returns the path that has been defined. Note that this path may
       * be absolute or relative depending on what was written in the
       * instruction.
       *
       * @return the working directory's path, or null if this
       *         instruction has no arguments
       */
      getPath() {
        return this.getArgumentsContent();
      }
      /**
       * Returns the absolute path that this instruction resolves to. The
       * function will inspect prior WORKDIR instructions in the current
       * image or another build stage in the Dockerfile to try to
       * determine this.
       *
       * @return the absolute path of the working directory, or null if
       *         this instruction has no arguments, or undefined if it
       *         cannot be determined because only relative paths could be
       *         found
       */
      getAbsolutePath() {
        const path = this.getPath();
        if (path === null || path.startsWith("/")) {
          return path;
        }
        const startLine = this.getRange().start.line;
        const hierarchy = this.dockerfile.getStageHierarchy(startLine);
        for (let i = hierarchy.length - 1; i >= 0; i--) {
          const workdirs = hierarchy[i].getWORKDIRs();
          for (let j = workdirs.length - 1; j >= 0; j--) {
            if (workdirs[j].getRange().start.line < startLine) {
              const parent = workdirs[j].getAbsolutePath();
              if (parent === void 0 || parent === null) {
                return void 0;
              }
              return parent.endsWith("/") ? parent + path : parent + "/" + path;
            }
          }
        }
        return void 0;
      }
    };
    exports.Workdir = Workdir;
  }
});

// node_modules/dockerfile-ast/lib/instructions/user.js
var require_user = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/user.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.User = void 0;
    var instruction_1 = require_instruction();
    var User = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.User = User;
  }
});

// node_modules/dockerfile-ast/lib/instructions/volume.js
var require_volume = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/volume.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Volume = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Volume = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile2, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile2, escapeChar, instruction, instructionRange);
      }
    };
    exports.Volume = Volume;
  }
});

// node_modules/dockerfile-ast/lib/imageTemplate.js
var require_imageTemplate = __commonJS({
  "node_modules/dockerfile-ast/lib/imageTemplate.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ImageTemplate = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var onbuild_1 = require_onbuild();
    var util_1 = require_util();
    var workdir_1 = require_workdir();
    var ImageTemplate = class {
      constructor() {
        this.comments = [];
        this.instructions = [];
      }
      addComment(comment) {
        this.comments.push(comment);
      }
      getComments() {
        return this.comments;
      }
      addInstruction(instruction) {
        this.instructions.push(instruction);
      }
      getInstructions() {
        return this.instructions;
      }
      getInstructionAt(line) {
        for (let instruction of this.instructions) {
          if (util_1.Util.isInsideRange(vscode_languageserver_types_1.Position.create(line, 0), instruction.getRange())) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the ARG instructions that are defined in this image.
       */
      getARGs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof arg_1.Arg) {
            args.push(instruction);
          }
        }
        return args;
      }
      /**
       * Gets all the CMD instructions that are defined in this image.
       */
      getCMDs() {
        let cmds = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof cmd_1.Cmd) {
            cmds.push(instruction);
          }
        }
        return cmds;
      }
      /**
       * Gets all the COPY instructions that are defined in this image.
       */
      getCOPYs() {
        let copies2 = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof copy_1.Copy) {
            copies2.push(instruction);
          }
        }
        return copies2;
      }
      /**
       * Gets all the ENTRYPOINT instructions that are defined in this image.
       */
      getENTRYPOINTs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof entrypoint_1.Entrypoint) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the ENV instructions that are defined in this image.
       */
      getENVs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof env_1.Env) {
            args.push(instruction);
          }
        }
        return args;
      }
      getFROM() {
        for (const instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the FROM instructions that are defined in this image.
       */
      getFROMs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the HEALTHCHECK instructions that are defined in this image.
       */
      getHEALTHCHECKs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof healthcheck_1.Healthcheck) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      getWORKDIRs() {
        const workdirs = [];
        for (const instruction of this.instructions) {
          if (instruction instanceof workdir_1.Workdir) {
            workdirs.push(instruction);
          }
        }
        return workdirs;
      }
      getOnbuildTriggers() {
        let triggers = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof onbuild_1.Onbuild) {
            let trigger = instruction.getTriggerInstruction();
            if (trigger) {
              triggers.push(trigger);
            }
          }
        }
        return triggers;
      }
      getAvailableVariables(currentLine) {
        const variables = [];
        for (const arg of this.getARGs()) {
          if (arg.isBefore(currentLine)) {
            const property = arg.getProperty();
            if (property) {
              const variable2 = property.getName();
              if (variables.indexOf(variable2) === -1) {
                variables.push(variable2);
              }
            }
          }
        }
        for (const env of this.getENVs()) {
          if (env.isBefore(currentLine)) {
            for (const property of env.getProperties()) {
              const variable2 = property.getName();
              if (variables.indexOf(variable2) === -1) {
                variables.push(variable2);
              }
            }
          }
        }
        return variables;
      }
      /**
       * Resolves a variable with the given name at the specified line
       * to its value. If null is returned, then the variable has been
       * defined but no value was given. If undefined is returned, then
       * a variable with the given name has not been defined yet as of
       * the given line.
       *
       * @param variable the name of the variable to resolve
       * @param line the line number that the variable is on, zero-based
       * @return the value of the variable as defined by an ARG or ENV
       *         instruction, or null if no value has been specified, or
       *         undefined if a variable with the given name has not
       *         been defined
       */
      resolveVariable(variable2, line) {
        let envs = this.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line)) {
            for (let property of envs[i].getProperties()) {
              if (property.getName() === variable2) {
                return property.getValue();
              }
            }
          }
        }
        let args = this.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line)) {
            let property = args[i].getProperty();
            if (property && property.getName() === variable2) {
              return property.getValue();
            }
          }
        }
        return void 0;
      }
      getRange() {
        const instructions = this.getInstructions();
        if (instructions.length === 0) {
          return vscode_languageserver_types_1.Range.create(0, 0, 0, 0);
        }
        const instructionStart = instructions[0].getRange().start;
        const instructionEnd = instructions[instructions.length - 1].getRange().end;
        return vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
      }
      contains(position) {
        const range = this.getRange();
        if (range === null) {
          return false;
        }
        return util_1.Util.isInsideRange(position, range);
      }
    };
    exports.ImageTemplate = ImageTemplate;
  }
});

// node_modules/dockerfile-ast/lib/dockerfile.js
var require_dockerfile = __commonJS({
  "node_modules/dockerfile-ast/lib/dockerfile.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Dockerfile = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var ast = require_main();
    var imageTemplate_1 = require_imageTemplate();
    var from_1 = require_from();
    var util_1 = require_util();
    var main_1 = require_main();
    var Dockerfile = class extends imageTemplate_1.ImageTemplate {
      constructor(document) {
        super();
        this.initialInstructions = new imageTemplate_1.ImageTemplate();
        this.buildStages = [];
        this.directives = [];
        this.foundFrom = false;
        this.document = document;
      }
      getEscapeCharacter() {
        for (const directive of this.directives) {
          if (directive.getDirective() === ast.Directive.escape) {
            const value = directive.getValue();
            if (value === "\\" || value === "`") {
              return value;
            }
          }
        }
        return "\\";
      }
      getInitialARGs() {
        return this.initialInstructions.getARGs();
      }
      getContainingImage(position) {
        let range = vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(0, 0), this.document.positionAt(this.document.getText().length));
        if (!util_1.Util.isInsideRange(position, range)) {
          return null;
        }
        if (this.initialInstructions.getComments().length > 0 || this.initialInstructions.getInstructions().length > 0) {
          if (util_1.Util.isInsideRange(position, this.initialInstructions.getRange())) {
            return this.initialInstructions;
          }
        }
        for (const buildStage of this.buildStages) {
          if (util_1.Util.isInsideRange(position, buildStage.getRange())) {
            return buildStage;
          }
        }
        return this;
      }
      addInstruction(instruction) {
        if (instruction.getKeyword() === main_1.Keyword.FROM) {
          this.currentBuildStage = new imageTemplate_1.ImageTemplate();
          this.buildStages.push(this.currentBuildStage);
          this.foundFrom = true;
        } else if (!this.foundFrom) {
          this.initialInstructions.addInstruction(instruction);
        }
        if (this.foundFrom) {
          this.currentBuildStage.addInstruction(instruction);
        }
        super.addInstruction(instruction);
      }
      setDirectives(directives) {
        this.directives = directives;
      }
      getDirective() {
        return this.directives.length === 0 ? null : this.directives[0];
      }
      getDirectives() {
        return this.directives;
      }
      resolveVariable(variable2, line) {
        for (let from of this.getFROMs()) {
          let range = from.getRange();
          if (range.start.line <= line && line <= range.end.line) {
            let initialARGs = new imageTemplate_1.ImageTemplate();
            for (let instruction of this.initialInstructions.getARGs()) {
              initialARGs.addInstruction(instruction);
            }
            return initialARGs.resolveVariable(variable2, line);
          }
        }
        let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        if (image === null) {
          return void 0;
        }
        let resolvedVariable = image.resolveVariable(variable2, line);
        if (resolvedVariable === null) {
          let initialARGs = new imageTemplate_1.ImageTemplate();
          for (let instruction of this.initialInstructions.getARGs()) {
            initialARGs.addInstruction(instruction);
          }
          return initialARGs.resolveVariable(variable2, line);
        }
        return resolvedVariable;
      }
      getAvailableVariables(currentLine) {
        if (this.getInstructionAt(currentLine) instanceof from_1.From) {
          let variables = [];
          for (let arg of this.getInitialARGs()) {
            let property = arg.getProperty();
            if (property) {
              variables.push(property.getName());
            }
          }
          return variables;
        }
        let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(currentLine, 0));
        return image ? image.getAvailableVariables(currentLine) : [];
      }
      getParentStage(image) {
        const templateFrom = image.getFROM();
        const imageName = templateFrom === null ? null : templateFrom.getImageName();
        if (imageName === null) {
          return null;
        }
        for (const from of this.getFROMs()) {
          if (from.getBuildStage() === imageName) {
            const range = from.getRange();
            if (range.start.line === templateFrom.getRange().start.line) {
              return null;
            }
            return this.getContainingImage(range.start);
          }
        }
        return null;
      }
      getStageHierarchy(line) {
        const image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        if (image === null) {
          return [];
        }
        const stages = [image];
        let stage = this.getParentStage(image);
        while (stage !== null) {
          stages.splice(0, 0, stage);
          stage = this.getParentStage(stage);
        }
        return stages;
      }
      getAvailableWorkingDirectories(line) {
        const availableDirectories = /* @__PURE__ */ new Set();
        for (const image of this.getStageHierarchy(line)) {
          for (const workdir of image.getWORKDIRs()) {
            if (workdir.getRange().end.line < line) {
              let directory2 = workdir.getAbsolutePath();
              if (directory2 !== void 0 && directory2 !== null) {
                if (!directory2.endsWith("/")) {
                  directory2 += "/";
                }
                availableDirectories.add(directory2);
              }
            }
          }
        }
        return Array.from(availableDirectories);
      }
      /**
       * Internally reorganize the comments in the Dockerfile and allocate
       * them to the relevant build stages that they belong to.
       */
      organizeComments() {
        const comments = this.getComments();
        for (let i = 0; i < comments.length; i++) {
          if (util_1.Util.isInsideRange(comments[i].getRange().end, this.initialInstructions.getRange())) {
            this.initialInstructions.addComment(comments[i]);
          } else {
            for (const buildStage of this.buildStages) {
              if (util_1.Util.isInsideRange(comments[i].getRange().start, buildStage.getRange())) {
                buildStage.addComment(comments[i]);
              }
            }
          }
        }
      }
      getRange() {
        const comments = this.getComments();
        const instructions = this.getInstructions();
        let range = null;
        if (comments.length === 0) {
          if (instructions.length > 0) {
            range = vscode_languageserver_types_1.Range.create(instructions[0].getRange().start, instructions[instructions.length - 1].getRange().end);
          }
        } else if (instructions.length === 0) {
          range = vscode_languageserver_types_1.Range.create(comments[0].getRange().start, comments[comments.length - 1].getRange().end);
        } else {
          const commentStart = comments[0].getRange().start;
          const commentEnd = comments[comments.length - 1].getRange().end;
          const instructionStart = instructions[0].getRange().start;
          const instructionEnd = instructions[instructions.length - 1].getRange().end;
          if (commentStart.line < instructionStart.line) {
            if (commentEnd.line < instructionEnd.line) {
              range = vscode_languageserver_types_1.Range.create(commentStart, instructionEnd);
            }
            range = vscode_languageserver_types_1.Range.create(commentStart, commentEnd);
          } else if (commentEnd.line < instructionEnd.line) {
            range = vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
          } else {
            range = vscode_languageserver_types_1.Range.create(instructionStart, commentEnd);
          }
        }
        if (range === null) {
          if (this.directives.length === 0) {
            return null;
          }
          return this.directives[0].getRange();
        } else if (this.directives.length === 0) {
          return range;
        }
        return vscode_languageserver_types_1.Range.create(this.directives[0].getRange().start, range.end);
      }
    };
    exports.Dockerfile = Dockerfile;
  }
});

// node_modules/dockerfile-ast/lib/parser.js
var require_parser = __commonJS({
  "node_modules/dockerfile-ast/lib/parser.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Parser = void 0;
    var vscode_languageserver_textdocument_1 = (init_main2(), __toCommonJS(main_exports2));
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var comment_1 = require_comment();
    var parserDirective_1 = require_parserDirective();
    var instruction_1 = require_instruction();
    var add_1 = require_add();
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var label_1 = require_label();
    var onbuild_1 = require_onbuild();
    var run_1 = require_run();
    var shell_1 = require_shell();
    var stopsignal_1 = require_stopsignal();
    var workdir_1 = require_workdir();
    var user_1 = require_user();
    var volume_1 = require_volume();
    var dockerfile_1 = require_dockerfile();
    var util_1 = require_util();
    var main_1 = require_main();
    var Parser2 = class _Parser {
      constructor() {
        this.escapeChar = null;
      }
      static createInstruction(document, dockerfile2, escapeChar, lineRange, instruction, instructionRange) {
        switch (instruction.toUpperCase()) {
          case "ADD":
            return new add_1.Add(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ARG":
            return new arg_1.Arg(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "CMD":
            return new cmd_1.Cmd(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "COPY":
            return new copy_1.Copy(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ENTRYPOINT":
            return new entrypoint_1.Entrypoint(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ENV":
            return new env_1.Env(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "FROM":
            return new from_1.From(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "HEALTHCHECK":
            return new healthcheck_1.Healthcheck(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "LABEL":
            return new label_1.Label(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "ONBUILD":
            return new onbuild_1.Onbuild(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "RUN":
            return new run_1.Run(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "SHELL":
            return new shell_1.Shell(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "STOPSIGNAL":
            return new stopsignal_1.Stopsignal(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "WORKDIR":
            return new workdir_1.Workdir(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "USER":
            return new user_1.User(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
          case "VOLUME":
            return new volume_1.Volume(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
        }
        return new instruction_1.Instruction(document, lineRange, dockerfile2, escapeChar, instruction, instructionRange);
      }
      getParserDirectives(document, buffer) {
        const directives = [];
        this.escapeChar = "";
        const offset = util_1.Util.isUTF8BOM(buffer.substring(0, 1)) ? 1 : 0;
        directiveCheck: for (let i = offset; i < buffer.length; i++) {
          switch (buffer.charAt(i)) {
            case " ":
            case "	":
              break;
            case "\r":
            case "\n":
              break directiveCheck;
            case "#":
              let directiveStart = -1;
              let directiveEnd = -1;
              for (let j = i + 1; j < buffer.length; j++) {
                let char = buffer.charAt(j);
                switch (char) {
                  case " ":
                  case "	":
                    if (directiveStart !== -1 && directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    break;
                  case "\r":
                  case "\n":
                    break directiveCheck;
                  case "=":
                    let valueStart = -1;
                    let valueEnd = -1;
                    if (directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    let lineEnd2 = buffer.length;
                    directiveValue: for (let k = j + 1; k < buffer.length; k++) {
                      char = buffer.charAt(k);
                      switch (char) {
                        case "\r":
                        case "\n":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          lineEnd2 = k;
                          break directiveValue;
                        case "	":
                        case " ":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          continue;
                        default:
                          if (valueStart === -1) {
                            valueStart = k;
                          }
                          break;
                      }
                    }
                    if (directiveStart === -1) {
                      break directiveCheck;
                    }
                    if (valueStart === -1) {
                      valueStart = j + 1;
                      valueEnd = lineEnd2;
                    } else if (valueEnd === -1) {
                      valueEnd = buffer.length;
                    }
                    const lineRange = vscode_languageserver_types_1.Range.create(document.positionAt(i), document.positionAt(lineEnd2));
                    const nameRange = vscode_languageserver_types_1.Range.create(document.positionAt(directiveStart), document.positionAt(directiveEnd));
                    const valueRange = vscode_languageserver_types_1.Range.create(document.positionAt(valueStart), document.positionAt(valueEnd));
                    directives.push(new parserDirective_1.ParserDirective(document, lineRange, nameRange, valueRange));
                    directiveStart = -1;
                    if (buffer.charAt(valueEnd) === "\r") {
                      i = valueEnd + 1;
                    } else {
                      i = valueEnd;
                    }
                    continue directiveCheck;
                  default:
                    if (directiveStart === -1) {
                      directiveStart = j;
                    }
                    break;
                }
              }
              break;
            default:
              break directiveCheck;
          }
        }
        return directives;
      }
      parse(buffer) {
        this.document = vscode_languageserver_textdocument_1.TextDocument.create("", "", 0, buffer);
        this.buffer = buffer;
        let dockerfile2 = new dockerfile_1.Dockerfile(this.document);
        let directives = this.getParserDirectives(this.document, this.buffer);
        let offset = 0;
        this.escapeChar = "\\";
        if (directives.length > 0) {
          dockerfile2.setDirectives(directives);
          this.escapeChar = dockerfile2.getEscapeCharacter();
          offset = this.document.offsetAt(vscode_languageserver_types_1.Position.create(directives.length, 0));
        } else if (util_1.Util.isUTF8BOM(buffer.substring(0, 1))) {
          offset = 1;
        }
        for (let i = offset; i < this.buffer.length; i++) {
          const char = this.buffer.charAt(i);
          switch (char) {
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "#":
              i = this.processComment(dockerfile2, i);
              break;
            default:
              i = this.processInstruction(dockerfile2, char, i);
              break;
          }
        }
        dockerfile2.organizeComments();
        return dockerfile2;
      }
      processInstruction(dockerfile2, char, start) {
        let instruction = char;
        let instructionEnd = -1;
        let escapedInstruction = false;
        instructionCheck: for (let i = start + 1; i < this.buffer.length; i++) {
          char = this.buffer.charAt(i);
          switch (char) {
            case this.escapeChar:
              escapedInstruction = true;
              char = this.buffer.charAt(i + 1);
              if (char === "\r" || char === "\n") {
                if (instructionEnd === -1) {
                  instructionEnd = i;
                }
                i++;
              } else if (char === " " || char === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      instructionEnd = i + 1;
                      instruction = instruction + this.escapeChar;
                      i = j - 2;
                      continue instructionCheck;
                  }
                }
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                break instructionCheck;
              } else {
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                escapedInstruction = false;
              }
              break;
            case " ":
            case "	":
              if (escapedInstruction) {
                escapeCheck: for (let j = i + 1; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      break escapeCheck;
                  }
                }
                escapedInstruction = false;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              i = this.processArguments(dockerfile2, instruction, instructionEnd, start, i);
              dockerfile2.addInstruction(this.createInstruction(dockerfile2, instruction, start, instructionEnd, i));
              return i;
            case "\r":
            case "\n":
              if (escapedInstruction) {
                continue;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              dockerfile2.addInstruction(this.createInstruction(dockerfile2, instruction, start, i, i));
              return i;
            case "#":
              if (escapedInstruction) {
                continue;
              }
            default:
              instructionEnd = i + 1;
              instruction = instruction + char;
              escapedInstruction = false;
              break;
          }
        }
        if (instructionEnd === -1) {
          instructionEnd = this.buffer.length;
        }
        dockerfile2.addInstruction(this.createInstruction(dockerfile2, instruction, start, instructionEnd, this.buffer.length));
        return this.buffer.length;
      }
      processHeredocs(instruction, offset) {
        let keyword = instruction.getKeyword();
        if (keyword === main_1.Keyword.ONBUILD) {
          instruction = instruction.getTriggerInstruction();
          if (instruction === null) {
            return offset;
          }
          keyword = instruction.getKeyword();
        }
        if (keyword !== main_1.Keyword.ADD && keyword !== main_1.Keyword.COPY && keyword !== main_1.Keyword.RUN) {
          return offset;
        }
        const heredocs = [];
        let tabbed = false;
        for (const arg of instruction.getArguments()) {
          const value = arg.getValue();
          if (value.startsWith("<<") && value.length > 2) {
            if (value.startsWith("<<-")) {
              tabbed = true;
            }
            const name = util_1.Util.parseHeredocName(value);
            if (name !== null) {
              heredocs.push(name);
            }
          }
        }
        if (heredocs.length > 0) {
          for (const heredoc of heredocs) {
            offset = this.parseHeredoc(heredoc, offset, tabbed);
          }
        }
        return offset;
      }
      processArguments(dockerfile2, instruction, instructionEnd, start, offset) {
        let escaped = false;
        argumentsCheck: for (let i = offset + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              if (escaped) {
                continue;
              }
              return this.processHeredocs(this.createInstruction(dockerfile2, instruction, start, instructionEnd, i), i);
            case this.escapeChar:
              const next = this.buffer.charAt(i + 1);
              if (next === "\n" || next === "\r") {
                escaped = true;
                i++;
              } else if (next === " " || next === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      escaped = true;
                    default:
                      i = j;
                      continue argumentsCheck;
                  }
                }
                return this.buffer.length;
              }
              continue;
            case "#":
              if (escaped) {
                i = this.processComment(dockerfile2, i);
                continue argumentsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            default:
              if (escaped) {
                escaped = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      processComment(dockerfile2, start) {
        let end = this.buffer.length;
        commentLoop: for (let i = start + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              end = i;
              break commentLoop;
          }
        }
        const range = vscode_languageserver_types_1.Range.create(this.document.positionAt(start), this.document.positionAt(end));
        dockerfile2.addComment(new comment_1.Comment(this.document, range));
        return end;
      }
      parseHeredoc(heredocName, offset, tabbed) {
        let startWord = -1;
        let lineStart = true;
        for (let i = offset; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case " ":
              lineStart = false;
              break;
            case "	":
              if (!tabbed) {
                lineStart = false;
              }
              break;
            case "\r":
            case "\n":
              if (startWord !== -1 && heredocName === this.buffer.substring(startWord, i)) {
                return i;
              }
              startWord = -1;
              lineStart = true;
              break;
            default:
              if (lineStart) {
                startWord = i;
                lineStart = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      createInstruction(dockerfile2, instruction, start, instructionEnd, end) {
        const startPosition = this.document.positionAt(start);
        const instructionRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(instructionEnd));
        const lineRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(end));
        return _Parser.createInstruction(this.document, dockerfile2, this.escapeChar, lineRange, instruction, instructionRange);
      }
    };
    exports.Parser = Parser2;
  }
});

// node_modules/dockerfile-ast/lib/main.js
var require_main = __commonJS({
  "node_modules/dockerfile-ast/lib/main.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DockerfileParser = exports.DefaultVariables = exports.Directive = exports.Keyword = exports.Workdir = exports.Volume = exports.User = exports.Stopsignal = exports.Shell = exports.Run = exports.PropertyInstruction = exports.Onbuild = exports.ModifiableInstruction = exports.Label = exports.JSONInstruction = exports.Heredoc = exports.Healthcheck = exports.From = exports.Env = exports.Entrypoint = exports.Copy = exports.Cmd = exports.Arg = exports.Add = exports.Variable = exports.Property = exports.ParserDirective = exports.Line = exports.Instruction = exports.Flag = exports.Comment = exports.JSONArgument = exports.Argument = void 0;
    var argument_1 = require_argument();
    Object.defineProperty(exports, "Argument", { enumerable: true, get: function() {
      return argument_1.Argument;
    } });
    var jsonArgument_1 = require_jsonArgument();
    Object.defineProperty(exports, "JSONArgument", { enumerable: true, get: function() {
      return jsonArgument_1.JSONArgument;
    } });
    var comment_1 = require_comment();
    Object.defineProperty(exports, "Comment", { enumerable: true, get: function() {
      return comment_1.Comment;
    } });
    var parser_1 = require_parser();
    var flag_1 = require_flag();
    Object.defineProperty(exports, "Flag", { enumerable: true, get: function() {
      return flag_1.Flag;
    } });
    var instruction_1 = require_instruction();
    Object.defineProperty(exports, "Instruction", { enumerable: true, get: function() {
      return instruction_1.Instruction;
    } });
    var line_1 = require_line();
    Object.defineProperty(exports, "Line", { enumerable: true, get: function() {
      return line_1.Line;
    } });
    var parserDirective_1 = require_parserDirective();
    Object.defineProperty(exports, "ParserDirective", { enumerable: true, get: function() {
      return parserDirective_1.ParserDirective;
    } });
    var property_1 = require_property();
    Object.defineProperty(exports, "Property", { enumerable: true, get: function() {
      return property_1.Property;
    } });
    var variable_1 = require_variable();
    Object.defineProperty(exports, "Variable", { enumerable: true, get: function() {
      return variable_1.Variable;
    } });
    var add_1 = require_add();
    Object.defineProperty(exports, "Add", { enumerable: true, get: function() {
      return add_1.Add;
    } });
    var arg_1 = require_arg();
    Object.defineProperty(exports, "Arg", { enumerable: true, get: function() {
      return arg_1.Arg;
    } });
    var cmd_1 = require_cmd();
    Object.defineProperty(exports, "Cmd", { enumerable: true, get: function() {
      return cmd_1.Cmd;
    } });
    var copy_1 = require_copy();
    Object.defineProperty(exports, "Copy", { enumerable: true, get: function() {
      return copy_1.Copy;
    } });
    var entrypoint_1 = require_entrypoint();
    Object.defineProperty(exports, "Entrypoint", { enumerable: true, get: function() {
      return entrypoint_1.Entrypoint;
    } });
    var env_1 = require_env();
    Object.defineProperty(exports, "Env", { enumerable: true, get: function() {
      return env_1.Env;
    } });
    var from_1 = require_from();
    Object.defineProperty(exports, "From", { enumerable: true, get: function() {
      return from_1.From;
    } });
    var healthcheck_1 = require_healthcheck();
    Object.defineProperty(exports, "Healthcheck", { enumerable: true, get: function() {
      return healthcheck_1.Healthcheck;
    } });
    var heredoc_1 = require_heredoc();
    Object.defineProperty(exports, "Heredoc", { enumerable: true, get: function() {
      return heredoc_1.Heredoc;
    } });
    var jsonInstruction_1 = require_jsonInstruction();
    Object.defineProperty(exports, "JSONInstruction", { enumerable: true, get: function() {
      return jsonInstruction_1.JSONInstruction;
    } });
    var label_1 = require_label();
    Object.defineProperty(exports, "Label", { enumerable: true, get: function() {
      return label_1.Label;
    } });
    var modifiableInstruction_1 = require_modifiableInstruction();
    Object.defineProperty(exports, "ModifiableInstruction", { enumerable: true, get: function() {
      return modifiableInstruction_1.ModifiableInstruction;
    } });
    var onbuild_1 = require_onbuild();
    Object.defineProperty(exports, "Onbuild", { enumerable: true, get: function() {
      return onbuild_1.Onbuild;
    } });
    var propertyInstruction_1 = require_propertyInstruction();
    Object.defineProperty(exports, "PropertyInstruction", { enumerable: true, get: function() {
      return propertyInstruction_1.PropertyInstruction;
    } });
    var run_1 = require_run();
    Object.defineProperty(exports, "Run", { enumerable: true, get: function() {
      return run_1.Run;
    } });
    var shell_1 = require_shell();
    Object.defineProperty(exports, "Shell", { enumerable: true, get: function() {
      return shell_1.Shell;
    } });
    var stopsignal_1 = require_stopsignal();
    Object.defineProperty(exports, "Stopsignal", { enumerable: true, get: function() {
      return stopsignal_1.Stopsignal;
    } });
    var user_1 = require_user();
    Object.defineProperty(exports, "User", { enumerable: true, get: function() {
      return user_1.User;
    } });
    var volume_1 = require_volume();
    Object.defineProperty(exports, "Volume", { enumerable: true, get: function() {
      return volume_1.Volume;
    } });
    var workdir_1 = require_workdir();
    Object.defineProperty(exports, "Workdir", { enumerable: true, get: function() {
      return workdir_1.Workdir;
    } });
    var Keyword;
    (function(Keyword2) {
      Keyword2["ADD"] = "ADD";
      Keyword2["ARG"] = "ARG";
      Keyword2["CMD"] = "CMD";
      Keyword2["COPY"] = "COPY";
      Keyword2["ENTRYPOINT"] = "ENTRYPOINT";
      Keyword2["ENV"] = "ENV";
      Keyword2["EXPOSE"] = "EXPOSE";
      Keyword2["FROM"] = "FROM";
      Keyword2["HEALTHCHECK"] = "HEALTHCHECK";
      Keyword2["LABEL"] = "LABEL";
      Keyword2["MAINTAINER"] = "MAINTAINER";
      Keyword2["ONBUILD"] = "ONBUILD";
      Keyword2["RUN"] = "RUN";
      Keyword2["SHELL"] = "SHELL";
      Keyword2["STOPSIGNAL"] = "STOPSIGNAL";
      Keyword2["USER"] = "USER";
      Keyword2["VOLUME"] = "VOLUME";
      Keyword2["WORKDIR"] = "WORKDIR";
    })(Keyword || (exports.Keyword = Keyword = {}));
    var Directive;
    (function(Directive2) {
      Directive2["escape"] = "escape";
      Directive2["syntax"] = "syntax";
    })(Directive || (exports.Directive = Directive = {}));
    exports.DefaultVariables = [
      "ALL_PROXY",
      "all_proxy",
      "FTP_PROXY",
      "ftp_proxy",
      "HTTP_PROXY",
      "http_proxy",
      "HTTPS_PROXY",
      "https_proxy",
      "NO_PROXY",
      "no_proxy"
    ];
    var DockerfileParser2;
    (function(DockerfileParser3) {
      function parse3(content) {
        let parser = new parser_1.Parser();
        return parser.parse(content);
      }
      DockerfileParser3.parse = parse3;
    })(DockerfileParser2 || (exports.DockerfileParser = DockerfileParser2 = {}));
  }
});

// src/scripts/shell/budget.ts
var MOST_STEPS = 2e5;
var MOST_EFFECTS = 1e4;
var MOST_DEPTH = 24;
var MOST_GUARDS = 100;
var MOST_PARTS = 400;
var LONGEST_TEXT = 2e3;

// src/scripts/shell/notes.ts
function note({ machine, frame }, reason, pos, detail) {
  const place2 = frame.place(pos);
  const script = frame.script === machine.script ? {} : { script: frame.script };
  const known = machine.notRead.some(
    (other) => other.reason === reason && other.detail === detail && other.place.line === place2.line && other.script === script.script
  );
  if (!known) machine.notRead.push({ reason, ...script, place: place2, detail });
}
function noteErrors(run, { errors = [] }) {
  for (const { pos, message } of errors) note(run, "syntax", pos, message);
}
function mayGoOn(run, pos) {
  const { machine } = run;
  if (machine.steps <= 0) return false;
  machine.steps -= 1;
  if (machine.steps === 0) note(run, "limit", pos, "more commands than are followed in one file");
  return machine.steps > 0;
}

// node_modules/unbash/dist/traversal.js
function forEachChild(node, callback) {
  switch (node.type) {
    case "Script":
    case "CompoundList":
    case "AndOr":
      for (const command3 of node.commands)
        callback(command3);
      return;
    case "Statement":
      callback(node.command);
      return;
    case "Command":
      for (const child2 of node.prefix)
        callback(child2);
      if (node.name)
        callback(node.name);
      for (const child2 of node.suffix)
        callback(child2);
      return;
    case "Pipeline":
      for (const prefix of node.prefixes)
        callback(prefix);
      for (const command3 of node.commands)
        callback(command3);
      return;
    case "Redirected":
      callback(node.command);
      for (const redirect of node.redirects)
        callback(redirect);
      return;
    case "If":
      callback(node.clause);
      callback(node.then);
      for (const branch of node.elif)
        callback(branch);
      if (node.else)
        callback(node.else);
      return;
    case "Elif":
      callback(node.clause);
      callback(node.then);
      return;
    case "For":
    case "Select":
      callback(node.name);
      if (node.wordlist)
        for (const word of node.wordlist)
          callback(word);
      callback(node.body);
      return;
    case "While":
      callback(node.clause);
      callback(node.body);
      return;
    case "Function":
    case "Coproc":
      if (node.name)
        callback(node.name);
      callback(node.body);
      return;
    case "Subshell":
    case "BraceGroup":
      callback(node.body);
      return;
    case "Case":
      callback(node.word);
      for (const item2 of node.items)
        callback(item2);
      return;
    case "CaseItem":
      for (const pattern2 of node.pattern)
        callback(pattern2);
      callback(node.body);
      return;
    case "ArithmeticFor": {
      const initialize = node.initialize;
      if (initialize)
        callback(initialize);
      const test2 = node.test;
      if (test2)
        callback(test2);
      const update = node.update;
      if (update)
        callback(update);
      callback(node.body);
      return;
    }
    case "Word":
    case "Glob":
    case "ArithmeticWord":
    case "HereDocBody":
    case "BraceExpansion":
    case "ExtendedGlob": {
      const parts = node.parts;
      if (parts)
        for (const part of parts)
          callback(part);
      return;
    }
    case "DoubleQuoted":
    case "LocaleString":
      for (const part of node.parts)
        callback(part);
      return;
    case "ParameterExpansion":
      if (node.index)
        callback(node.index);
      if (node.operation)
        callback(node.operation);
      return;
    case "Default":
    case "Remove":
    case "Transform":
      callback(node.operand);
      return;
    case "CaseModification":
      if (node.operand)
        callback(node.operand);
      return;
    case "Replace":
      callback(node.pattern);
      callback(node.replacement);
      return;
    case "Slice":
      callback(node.offset);
      if (node.length)
        callback(node.length);
      return;
    case "Assignment": {
      const index = node.index;
      if (index)
        callback(index);
      callback(node.value);
      return;
    }
    case "ArrayValue":
      for (const element of node.elements)
        callback(element);
      return;
    case "Redirect":
    case "HereString":
      if (node.descriptor)
        callback(node.descriptor);
      if (node.target)
        callback(node.target);
      return;
    case "HereDoc":
      if (node.descriptor)
        callback(node.descriptor);
      if (node.delimiter)
        callback(node.delimiter);
      callback(node.body);
      return;
    case "CommandExpansion":
    case "ProcessSubstitution":
    case "ArithmeticCommandExpansion": {
      const script = node.script;
      if (script)
        callback(script);
      return;
    }
    case "ArithmeticExpansion":
    case "ArithmeticCommand":
    case "ArithmeticGroup":
    case "TestCommand":
    case "TestGroup": {
      const expression2 = node.expression;
      if (expression2)
        callback(expression2);
      return;
    }
    case "ArithmeticBinary":
    case "TestBinary":
      callback(node.left);
      callback(node.right);
      return;
    case "ArithmeticUnary":
    case "TestUnary":
      callback(node.operand);
      return;
    case "ArithmeticTernary":
      callback(node.test);
      callback(node.consequent);
      callback(node.alternate);
      return;
    case "TestLogical":
      for (const operand2 of node.operands)
        callback(operand2);
      return;
    case "TestNot":
      for (const negation of node.negations)
        callback(negation);
      callback(node.operand);
      return;
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    case "SimpleExpansion":
    case "Names":
    case "Unknown":
    case "FileDescriptor":
    case "FileDescriptorVariable":
    case "HereDocDelimiter":
    case "Time":
    case "Negation":
      return;
    default: {
      const exhaustive = node;
      throw new TypeError(`Unexpected syntax node: ${exhaustive}`);
    }
  }
}

// node_modules/unbash/dist/ansi-c.js
function isOctal(code) {
  return code >= 48 && code <= 55;
}
function isHex(code) {
  return code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102;
}
function codePoint(value, fallback) {
  try {
    return String.fromCodePoint(value);
  } catch {
    return fallback;
  }
}
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeBytes(bytes) {
  return utf8.decode(new Uint8Array(bytes));
}
function readByteEscape(source, pos, limit) {
  if (source.charCodeAt(pos) !== 92 || pos + 2 > limit)
    return void 0;
  const escaped = source.charCodeAt(pos + 1);
  const digitsStart = pos + 2;
  let end = digitsStart;
  if (escaped === 120) {
    while (end < limit && end - digitsStart < 2 && isHex(source.charCodeAt(end)))
      end++;
    if (end === digitsStart)
      return void 0;
    return { value: Number.parseInt(source.slice(digitsStart, end), 16), end };
  }
  if (!isOctal(escaped))
    return void 0;
  while (end < limit && end - digitsStart < 2 && isOctal(source.charCodeAt(end)))
    end++;
  return { value: Number.parseInt(source.slice(pos + 1, end), 8) & 255, end };
}
function decodeAnsiCQuoted(source, start, limit) {
  let pos = start;
  let value = "";
  let bytes = [];
  let nul = -1;
  while (pos < limit && source.charCodeAt(pos) !== 39) {
    const escapeStart = pos;
    const byte = readByteEscape(source, pos, limit);
    if (byte && byte.value >= 128) {
      bytes.push(byte.value);
      pos = byte.end;
      continue;
    }
    if (bytes.length > 0) {
      value += decodeBytes(bytes);
      bytes = [];
    }
    if (byte) {
      if (byte.value === 0 && nul === -1)
        nul = value.length;
      value += String.fromCharCode(byte.value);
      pos = byte.end;
      continue;
    }
    if (source.charCodeAt(pos) !== 92 || pos + 1 >= limit) {
      const runStart = pos;
      while (pos < limit) {
        const code = source.charCodeAt(pos);
        if (code === 39 || code === 92 && pos + 1 < limit)
          break;
        pos++;
      }
      value += source.slice(runStart, pos);
      continue;
    }
    pos++;
    const escaped = source[pos++];
    switch (escaped) {
      case "a":
        value += "\x07";
        break;
      case "b":
        value += "\b";
        break;
      case "e":
      case "E":
        value += "\x1B";
        break;
      case "f":
        value += "\f";
        break;
      case "n":
        value += "\n";
        break;
      case "r":
        value += "\r";
        break;
      case "t":
        value += "	";
        break;
      case "v":
        value += "\v";
        break;
      case "\\":
        value += "\\";
        break;
      case "'":
        value += "'";
        break;
      case '"':
        value += '"';
        break;
      case "?":
        value += "?";
        break;
      case "\n":
        break;
      case "c": {
        const code = pos < limit ? source.charCodeAt(pos) : 39;
        if (code === 39) {
          value += source.slice(escapeStart, pos);
          break;
        }
        pos++;
        if (code === 92) {
          const pair = pos < limit && source.charCodeAt(pos) === 92;
          if (pair)
            pos++;
          value += "";
          if (!pair && pos < limit) {
            value += source[pos];
            pos++;
          }
          break;
        }
        const control = code === 63 ? 127 : code & 31;
        if (control === 0 && code < 128 && nul === -1)
          nul = value.length;
        value += String.fromCharCode(control);
        break;
      }
      case "u":
      case "U": {
        const digitsStart = pos;
        const maxDigits = escaped === "u" ? 4 : 8;
        while (pos < limit && pos - digitsStart < maxDigits && isHex(source.charCodeAt(pos)))
          pos++;
        if (pos === digitsStart) {
          value += `\\${escaped}`;
          break;
        }
        const raw = source.slice(escapeStart, pos);
        const point = Number.parseInt(source.slice(digitsStart, pos), 16);
        if (point === 0 && nul === -1)
          nul = value.length;
        value += codePoint(point, raw);
        break;
      }
      default:
        value += `\\${escaped}`;
        break;
    }
  }
  if (bytes.length > 0)
    value += decodeBytes(bytes);
  if (nul !== -1)
    value = value.slice(0, nul);
  const closed = pos < limit;
  if (closed)
    pos++;
  return { value, end: pos, closed };
}

// node_modules/unbash/dist/expansion.js
var ScriptExpansionImpl = class _ScriptExpansionImpl {
  static _resolveScript;
  type;
  pos;
  end;
  text;
  #window;
  #script = void 0;
  constructor(type, pos, end, text, window) {
    this.type = type;
    this.pos = pos;
    this.end = end;
    this.text = text;
    this.#window = window;
  }
  get script() {
    const window = this.#window;
    if (window !== void 0) {
      const script = _ScriptExpansionImpl._resolveScript(window.source, window.start, window.end, window.depth, window.parenBoundary, window.context);
      if (window.context === void 0)
        script.source = window.source;
      this.script = script;
    }
    return this.#script;
  }
  set script(script) {
    this.#script = script;
    this.#window = void 0;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, text: this.text, script: this.script };
  }
};
var ProcessSubstitutionImpl = class extends ScriptExpansionImpl {
  operator;
  constructor(pos, end, text, operator, window) {
    super("ProcessSubstitution", pos, end, text, window);
    this.operator = operator;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      text: this.text,
      operator: this.operator,
      script: this.script
    };
  }
};
var ArithmeticExpansionImpl = class _ArithmeticExpansionImpl {
  static _resolveExpression;
  type = "ArithmeticExpansion";
  pos;
  end;
  text;
  #window;
  #expression = void 0;
  constructor(pos, end, text, window) {
    this.pos = pos;
    this.end = end;
    this.text = text;
    this.#window = window;
  }
  get expression() {
    const window = this.#window;
    if (window !== void 0) {
      this.expression = _ArithmeticExpansionImpl._resolveExpression(window.body, window.offset, window.source, window.depth, window.context, window.depth + 1);
    }
    return this.#expression;
  }
  set expression(expression2) {
    this.#expression = expression2;
    this.#window = void 0;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, text: this.text, expression: this.expression };
  }
};

// node_modules/unbash/dist/limits.js
var MAX_SYNTAX_NESTING = 256;

// node_modules/unbash/dist/word-value.js
function dequoteValue(parts) {
  let s = "";
  for (const c of parts)
    s += c.type === "Literal" ? c.value : c.text;
  return s;
}
function unescapeBareValue(text) {
  const first = text.indexOf("\\");
  if (first === -1)
    return text;
  let s = "";
  let start = 0;
  for (let i = first; i < text.length; i++) {
    if (text.charCodeAt(i) !== 92)
      continue;
    s += text.slice(start, i);
    i++;
    if (i >= text.length) {
      s += "\\";
      start = i;
      break;
    }
    if (text.charCodeAt(i) !== 10)
      s += text[i];
    start = i + 1;
  }
  return s + text.slice(start);
}
function continuedExpansionValue(text) {
  let pos = 1;
  while (text[pos] === "\\" && text[pos + 1] === "\n")
    pos += 2;
  return pos === 1 || text[pos] !== "(" ? text : text[0] + text.slice(pos);
}
function wordPartsValue(parts) {
  let value = "";
  for (const part of parts) {
    switch (part.type) {
      case "Literal":
      case "Glob":
      case "SingleQuoted":
      case "AnsiCQuoted":
        value += part.value;
        break;
      case "DoubleQuoted":
      case "LocaleString":
        value += dequoteValue(part.parts);
        break;
      case "CommandExpansion":
        value += part.text[0] === "$" ? continuedExpansionValue(part.text) : part.text;
        break;
      case "ExtendedGlob":
        value += continuedExpansionValue(part.text);
        break;
      default:
        value += part.text;
        break;
    }
  }
  return value;
}

// node_modules/unbash/dist/word.js
var WordImpl = class {
  type = "Word";
  text;
  pos;
  end;
  #source;
  #resolver;
  #depth;
  #parts;
  #value = null;
  constructor(text, pos, end, source, resolver, depth = 0) {
    this.text = text;
    this.pos = pos;
    this.end = end;
    this.#source = source;
    this.#resolver = resolver;
    this.#depth = depth;
    this.#parts = resolver === void 0 ? void 0 : null;
  }
  get value() {
    if (this.#value === null) {
      const parts = this.#source === void 0 && this.#parts === null ? void 0 : this.parts;
      this.#value = parts ? wordPartsValue(parts) : unescapeBareValue(this.text);
    }
    return this.#value;
  }
  get parts() {
    if (this.#parts === null) {
      this.#parts = this.#resolver?.(this.#source ?? "", this, this.#depth) ?? void 0;
    }
    return this.#parts;
  }
  set parts(v) {
    this.#parts = v ?? void 0;
  }
  toJSON() {
    return { type: this.type, text: this.text, pos: this.pos, end: this.end, parts: this.parts, value: this.value };
  }
};

// node_modules/unbash/dist/substitution-context.js
function createSubstitutionContext(parent) {
  const boundaries = parent === void 0 ? void 0 : substitutionBoundaries(parent);
  return { boundaries, wordParts: void 0, embeddedParts: void 0, arrayParts: void 0 };
}
function substitutionBoundaries(context) {
  return context.boundaries ?? (context.boundaries = /* @__PURE__ */ new Map());
}

// node_modules/unbash/dist/chars.js
var CH_TAB = 9;
var CH_NL = 10;
var CH_SPACE = 32;
var CH_BANG = 33;
var CH_DQUOTE = 34;
var CH_HASH = 35;
var CH_DOLLAR = 36;
var CH_PERCENT = 37;
var CH_AMP = 38;
var CH_SQUOTE = 39;
var CH_LPAREN = 40;
var CH_RPAREN = 41;
var CH_STAR = 42;
var CH_PLUS = 43;
var CH_COMMA = 44;
var CH_DASH = 45;
var CH_DOT = 46;
var CH_SLASH = 47;
var CH_0 = 48;
var CH_9 = 57;
var CH_COLON = 58;
var CH_SEMI = 59;
var CH_LT = 60;
var CH_EQ = 61;
var CH_GT = 62;
var CH_QUESTION = 63;
var CH_AT = 64;
var CH_A = 65;
var CH_Z = 90;
var CH_LBRACKET = 91;
var CH_BACKSLASH = 92;
var CH_RBRACKET = 93;
var CH_CARET = 94;
var CH_UNDERSCORE = 95;
var CH_BACKTICK = 96;
var CH_a = 97;
var CH_z = 122;
var CH_LBRACE = 123;
var CH_PIPE = 124;
var CH_RBRACE = 125;
var CH_TILDE = 126;
function skipLineContinuations(source, pos, end) {
  while (pos + 1 < end && source.charCodeAt(pos) === CH_BACKSLASH && source.charCodeAt(pos + 1) === CH_NL)
    pos += 2;
  return pos;
}

// node_modules/unbash/dist/glob.js
function hasGlobCharacters(text) {
  return /[*?[]/.test(text);
}
var bracketSyntax = new Uint8Array(128);
bracketSyntax[CH_BANG] = 1;
bracketSyntax[CH_CARET] = 1;
bracketSyntax[CH_LBRACKET] = 1;
bracketSyntax[CH_RBRACKET] = 1;
bracketSyntax[CH_COLON] = 1;
bracketSyntax[CH_DOT] = 1;
bracketSyntax[CH_EQ] = 1;
bracketSyntax[CH_DASH] = 1;
bracketSyntax[CH_BACKSLASH] = 1;
function bracketEnds(source, start, end, parts, offset) {
  let close = end - 1;
  while (close > start && source.charCodeAt(close) !== CH_RBRACKET)
    close--;
  if (close === start)
    return null;
  const positions = [];
  const kinds = [];
  const members = [];
  let partIndex = 0;
  let symbols = false;
  for (let pos = start; pos < end; pos++) {
    while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset)
      partIndex++;
    const part = parts?.[partIndex];
    const tokenPos = pos;
    let kind = 0;
    if (part && part.pos <= pos + offset && part.type !== "Literal") {
      pos = part.end - offset - 1;
    } else {
      kind = source.charCodeAt(pos);
      if (kind === CH_BACKSLASH && pos + 1 < end && source.charCodeAt(pos + 1) === CH_NL) {
        pos++;
        continue;
      }
      if (kind >= 128 || !bracketSyntax[kind])
        kind = 0;
    }
    const last = kinds.length - 1;
    if (kind === 0 && last >= 0 && kinds[last] === 0) {
      members[last]++;
      continue;
    }
    if (last >= 0 && kinds[last] === CH_LBRACKET && (kind === CH_COLON || kind === CH_EQ || kind === CH_DOT)) {
      symbols = true;
    }
    positions.push(tokenPos);
    kinds.push(kind);
    members.push(1);
  }
  const count = kinds.length;
  let symbolEnd;
  if (symbols) {
    symbolEnd = new Int32Array(count).fill(-1);
    let close2 = -1;
    let colon = -1;
    let eq = -1;
    let dot = -1;
    for (let i = count - 1; i >= 0; i--) {
      const kind = kinds[i + 2];
      if (kind === CH_RBRACKET)
        close2 = i + 2;
      else if (kinds[i + 3] === CH_RBRACKET) {
        if (kind === CH_COLON)
          colon = i + 2;
        else if (kind === CH_EQ)
          eq = i + 2;
        else if (kind === CH_DOT)
          dot = i + 2;
      }
      if (kinds[i] !== CH_LBRACKET)
        continue;
      const type = kinds[i + 1];
      const found3 = type === CH_COLON ? colon : type === CH_EQ ? eq : type === CH_DOT ? dot : -1;
      if (found3 !== -1 && (type === CH_DOT || close2 === -1 || close2 > found3))
        symbolEnd[i] = found3 + 2;
    }
  }
  const subBracket = (open) => symbolEnd === void 0 ? -1 : symbolEnd[open];
  const endFrom = new Int32Array(count + 2).fill(-1);
  const resume = (next, range) => {
    if (next >= count)
      return -1;
    if (range && kinds[next] === CH_DASH && next + 1 < count && kinds[next + 1] !== CH_RBRACKET) {
      let last = next + 1;
      if (kinds[last] === CH_BACKSLASH) {
        if (last + 1 >= count)
          return -1;
        last++;
      }
      let after = last + 1;
      if (kinds[last] === CH_LBRACKET && kinds[last + 1] === CH_DOT) {
        const symbol = subBracket(last);
        if (symbol !== -1)
          after = symbol;
      } else if (kinds[last] === 0 && members[last] > 1) {
        return endFrom[last];
      }
      if (after >= count)
        return -1;
      return kinds[after] === CH_RBRACKET ? after + 1 : endFrom[after];
    }
    return kinds[next] === CH_RBRACKET ? next + 1 : endFrom[next];
  };
  for (let t = count - 1; t >= 0; t--) {
    const kind = kinds[t];
    let after = t + 1;
    let range = true;
    if (kind === CH_BACKSLASH) {
      if (t + 1 >= count)
        continue;
      after = t + 2;
    } else if (kind === CH_LBRACKET) {
      const type = kinds[t + 1];
      if (type === CH_COLON || type === CH_EQ || type === CH_DOT) {
        const symbol = subBracket(t);
        if (symbol !== -1) {
          after = symbol;
          range = type === CH_DOT;
        }
      }
    }
    endFrom[t] = resume(after, range);
  }
  const ends = /* @__PURE__ */ new Map();
  for (let t = 0; t < count; t++) {
    if (kinds[t] !== CH_LBRACKET)
      continue;
    let first = t + 1;
    if (kinds[first] === CH_BANG || kinds[first] === CH_CARET)
      first++;
    if (first >= count)
      continue;
    const close2 = kinds[first] === CH_RBRACKET ? resume(first + 1, true) : endFrom[first];
    if (close2 !== -1)
      ends.set(positions[t], positions[close2 - 1] + 1);
  }
  return ends;
}
function appendRange(source, start, end, parts, index, offset, result) {
  while (start < end) {
    while (parts && index < parts.length && parts[index].end <= start + offset)
      index++;
    const part = parts?.[index];
    if (part && part.pos === start + offset && part.end <= end + offset) {
      result.push(part);
      start = part.end - offset;
      index++;
      continue;
    }
    const stop = part ? Math.min(end, (part.pos > start + offset ? part.pos : part.end) - offset) : end;
    const text = source.slice(start, stop);
    result.push({ type: "Literal", pos: start + offset, end: stop + offset, text, value: unescapeBareValue(text) });
    start = stop;
  }
  return index;
}
function parseGlobParts(source, start, end, parts, offset = 0) {
  let result;
  let brackets;
  let partIndex = 0;
  let emittedIndex = 0;
  let literalStart = start;
  for (let pos = start; pos < end; pos++) {
    while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset)
      partIndex++;
    const part = parts?.[partIndex];
    if (part && part.pos <= pos + offset && part.type !== "Literal") {
      pos = part.end - offset - 1;
      continue;
    }
    const character = source.charCodeAt(pos);
    if (character === CH_BACKSLASH) {
      pos++;
      continue;
    }
    let globEnd;
    if (character === CH_STAR || character === CH_QUESTION) {
      const limit = part ? Math.min(end, part.end - offset) : end;
      const next = skipLineContinuations(source, pos + 1, limit);
      if (next < limit && source.charCodeAt(next) === CH_LPAREN)
        continue;
      globEnd = pos + 1;
      if (character === CH_STAR) {
        while (globEnd < limit && source.charCodeAt(globEnd) === CH_STAR) {
          const next2 = skipLineContinuations(source, globEnd + 1, limit);
          if (next2 < limit && source.charCodeAt(next2) === CH_LPAREN)
            break;
          globEnd++;
        }
      }
    } else if (character === CH_LBRACKET) {
      if (brackets === void 0)
        brackets = bracketEnds(source, pos, end, parts, offset);
      const close = brackets?.get(pos);
      if (close === void 0)
        continue;
      globEnd = close;
    } else {
      continue;
    }
    if (!result)
      result = [];
    emittedIndex = appendRange(source, literalStart, pos, parts, emittedIndex, offset, result);
    const text = source.slice(pos, globEnd);
    let glob;
    if (character === CH_LBRACKET) {
      const interior = [];
      emittedIndex = appendRange(source, pos + 1, globEnd - 1, parts, emittedIndex, offset, interior);
      glob = {
        type: "Glob",
        kind: "bracket",
        pos: pos + offset,
        end: globEnd + offset,
        text,
        value: "[" + wordPartsValue(interior) + "]",
        parts: interior
      };
    } else {
      glob = {
        type: "Glob",
        kind: character === CH_STAR ? "star" : "question",
        pos: pos + offset,
        end: globEnd + offset,
        text,
        value: text,
        parts: void 0
      };
    }
    result.push(glob);
    literalStart = globEnd;
    pos = globEnd - 1;
  }
  if (!result)
    return parts ?? void 0;
  appendRange(source, literalStart, end, parts, emittedIndex, offset, result);
  return result;
}

// node_modules/unbash/dist/lexer.js
var Token = {
  Word: 0,
  Assignment: 1,
  Semi: 2,
  Newline: 3,
  Pipe: 4,
  And: 5,
  Or: 6,
  Amp: 7,
  LParen: 8,
  RParen: 9,
  LBrace: 10,
  RBrace: 11,
  Bang: 12,
  If: 13,
  Then: 14,
  Else: 15,
  Elif: 16,
  Fi: 17,
  Do: 18,
  Done: 19,
  For: 20,
  While: 21,
  Until: 22,
  In: 23,
  Case: 24,
  Esac: 25,
  Function: 26,
  DoubleSemi: 27,
  SemiAmp: 28,
  DoubleSemiAmp: 29,
  Select: 30,
  DblLBracket: 31,
  DblRBracket: 32,
  EOF: 33,
  ArithCmd: 34,
  Coproc: 35,
  Redirect: 36
};
var TokenValue = class {
  token = Token.EOF;
  // Materialized token value, or null for word tokens whose value has not been
  // requested yet (computed from [pos, end) on demand via the owning lexer).
  _value = "";
  _owner;
  pos = 0;
  end = 0;
  fileDescriptor = void 0;
  variableName = void 0;
  descriptorEnd = 0;
  delimiterQuoted = false;
  content = void 0;
  targetPos = 0;
  targetEnd = 0;
  assignmentOperatorPos = -1;
  // True when `value` is exactly the raw source span [pos, end) — lets consumers
  // reuse the string instead of slicing the source again.
  raw = false;
  // True when a word contains no quoting, escaped characters, or expansions.
  // Backslash-newline continuations preserve keyword eligibility.
  keywordEligible = false;
  constructor(owner = null) {
    this._owner = owner;
  }
  get value() {
    return this._value ?? (this._value = this._owner === null ? "" : this._owner._tokenValue(this.pos, this.end, this.raw));
  }
  set value(v) {
    this._value = v;
  }
  reset() {
    this.token = Token.EOF;
    this._value = "";
    this.pos = 0;
    this.end = 0;
    this.fileDescriptor = void 0;
    this.variableName = void 0;
    this.descriptorEnd = 0;
    this.delimiterQuoted = false;
    this.content = void 0;
    this.targetPos = 0;
    this.targetEnd = 0;
    this.assignmentOperatorPos = -1;
    this.raw = false;
    this.keywordEligible = false;
  }
  copyFrom(other) {
    this.token = other.token;
    this._value = other._value;
    this.pos = other.pos;
    this.end = other.end;
    this.fileDescriptor = other.fileDescriptor;
    this.variableName = other.variableName;
    this.descriptorEnd = other.descriptorEnd;
    this.delimiterQuoted = other.delimiterQuoted;
    this.content = other.content;
    this.targetPos = other.targetPos;
    this.targetEnd = other.targetEnd;
    this.assignmentOperatorPos = other.assignmentOperatorPos;
    this.raw = other.raw;
    this.keywordEligible = other.keywordEligible;
  }
};
var RESERVED_WORDS = /* @__PURE__ */ new Map([
  ["if", Token.If],
  ["then", Token.Then],
  ["else", Token.Else],
  ["elif", Token.Elif],
  ["fi", Token.Fi],
  ["do", Token.Do],
  ["done", Token.Done],
  ["for", Token.For],
  ["while", Token.While],
  ["until", Token.Until],
  ["in", Token.In],
  ["case", Token.Case],
  ["esac", Token.Esac],
  ["function", Token.Function],
  ["select", Token.Select],
  ["coproc", Token.Coproc],
  ["!", Token.Bang],
  ["{", Token.LBrace],
  ["}", Token.RBrace]
]);
var charType = new Uint8Array(128);
charType[CH_PIPE] = 1;
charType[CH_AMP] = 1;
charType[CH_SEMI] = 1;
charType[CH_LPAREN] = 1;
charType[CH_RPAREN] = 1;
charType[CH_LT] = 1;
charType[CH_GT] = 1;
charType[CH_SPACE] = 1;
charType[CH_TAB] = 1;
charType[CH_NL] = 1;
charType[CH_BACKSLASH] = 2;
charType[CH_SQUOTE] = 2;
charType[CH_DQUOTE] = 2;
charType[CH_DOLLAR] = 2;
charType[CH_BACKTICK] = 2;
charType[CH_LBRACE] = 2;
function skipBlanks(source, pos, end) {
  while (pos < end) {
    const ch = source.charCodeAt(pos);
    if (ch === CH_SPACE || ch === CH_TAB)
      pos++;
    else if (ch === CH_BACKSLASH && pos + 1 < end && source.charCodeAt(pos + 1) === CH_NL)
      pos += 2;
    else
      break;
  }
  return pos;
}
var arithmeticWordDelimiter = new Uint8Array(128);
for (const ch of [
  CH_TAB,
  CH_NL,
  CH_SPACE,
  CH_BANG,
  CH_PERCENT,
  CH_AMP,
  CH_LPAREN,
  CH_RPAREN,
  CH_STAR,
  CH_PLUS,
  CH_COMMA,
  CH_DASH,
  CH_SLASH,
  CH_COLON,
  CH_LT,
  CH_EQ,
  CH_GT,
  CH_QUESTION,
  CH_CARET,
  CH_PIPE
]) {
  arithmeticWordDelimiter[ch] = 1;
}
function hasEmbeddedWordStructure(source, start, end) {
  for (let pos = start; pos < end; pos++) {
    const ch = source.charCodeAt(pos);
    if (ch === CH_BACKSLASH || ch === CH_SQUOTE || ch === CH_DQUOTE || ch === CH_DOLLAR || ch === CH_BACKTICK || (ch === CH_LT || ch === CH_GT) && pos + 1 < end && source.charCodeAt(pos + 1) === CH_LPAREN) {
      return true;
    }
  }
  return false;
}
function findUnnested(s, target, pairTernaries = false, findNestedEnd) {
  let depth = 0;
  let ternaryDepth = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === CH_BACKSLASH) {
      i++;
      continue;
    }
    if (c === CH_LBRACE) {
      depth++;
      continue;
    }
    if (c === CH_RBRACE) {
      if (depth > 0)
        depth--;
      continue;
    }
    if (c === CH_SQUOTE) {
      i++;
      while (i < s.length && s.charCodeAt(i) !== CH_SQUOTE)
        i++;
      continue;
    }
    if (c === CH_DQUOTE) {
      i++;
      while (i < s.length) {
        const quoted = s.charCodeAt(i);
        if (quoted === CH_DQUOTE)
          break;
        if (quoted === CH_BACKSLASH) {
          i += 2;
          continue;
        }
        const nestedEnd2 = findNestedEnd?.(i, true) ?? i;
        if (nestedEnd2 > i) {
          i = nestedEnd2;
          continue;
        }
        i++;
      }
      continue;
    }
    const nestedEnd = findNestedEnd?.(i, false) ?? i;
    if (nestedEnd > i) {
      i = nestedEnd - 1;
      continue;
    }
    if (pairTernaries && depth === 0) {
      if (c === CH_QUESTION) {
        ternaryDepth++;
        continue;
      }
      if (c === CH_COLON && ternaryDepth > 0) {
        ternaryDepth--;
        continue;
      }
    }
    if (c === target && depth === 0)
      return i;
  }
  return -1;
}
var isIdChar = new Uint8Array(128);
for (let i = CH_a; i <= CH_z; i++)
  isIdChar[i] = 3;
for (let i = CH_A; i <= CH_Z; i++)
  isIdChar[i] = 3;
for (let i = CH_0; i <= CH_9; i++)
  isIdChar[i] = 2;
isIdChar[CH_UNDERSCORE] = 3;
var extglobPrefix = new Uint8Array(128);
extglobPrefix[CH_QUESTION] = 1;
extglobPrefix[CH_AT] = 1;
extglobPrefix[CH_STAR] = 1;
extglobPrefix[CH_PLUS] = 1;
extglobPrefix[CH_BANG] = 1;
extglobPrefix[CH_EQ] = 1;
function isExtglobOpen(prefix) {
  return prefix < 128 && prefix !== CH_EQ && extglobPrefix[prefix] === 1;
}
var extglobOp = {
  [CH_QUESTION]: "?",
  [CH_AT]: "@",
  [CH_STAR]: "*",
  [CH_PLUS]: "+",
  [CH_BANG]: "!"
};
function isDQChild(p) {
  const t = p.type;
  return t === "Literal" || t === "SimpleExpansion" || t === "ParameterExpansion" || t === "CommandExpansion" || t === "ArithmeticExpansion";
}
function isAllDigitsRange(src, start, end) {
  for (let i = start; i < end; i++) {
    const c = src.charCodeAt(i);
    if (c < CH_0 || c > CH_9)
      return false;
  }
  return end > start;
}
var ASSIGNMENT_INVALID = -1;
var ASSIGNMENT_NAME_START = 0;
var ASSIGNMENT_NAME = 1;
var ASSIGNMENT_AFTER_INDEX = 2;
var ASSIGNMENT_AFTER_PLUS = 3;
var ASSIGNMENT_INDEX_BASE = 4;
function joinWordParts(head, tail) {
  const last = head[head.length - 1];
  const first = tail[0];
  let start = 0;
  if (last?.type === "Literal" && first?.type === "Literal" && last.end === first.pos) {
    head[head.length - 1] = {
      type: "Literal",
      pos: last.pos,
      end: first.end,
      text: last.text + first.text,
      value: last.value + first.value
    };
    start = 1;
  }
  for (let i = start; i < tail.length; i++)
    head.push(tail[i]);
  return head;
}
function isMatchedAssignment(state) {
  return state < ASSIGNMENT_INVALID;
}
function assignmentOperatorPos(state) {
  return -state - 2;
}
function scanAssignmentPrefix(src, start, end, initialState) {
  let state = initialState;
  for (let i = start; i < end && state >= 0; i++) {
    const c = src.charCodeAt(i);
    if (state >= ASSIGNMENT_INDEX_BASE) {
      if (c === CH_LBRACKET)
        state++;
      else if (c === CH_RBRACKET && --state === ASSIGNMENT_INDEX_BASE)
        state = ASSIGNMENT_AFTER_INDEX;
    } else if (state === ASSIGNMENT_NAME_START) {
      state = c < 128 && isIdChar[c] & 1 ? ASSIGNMENT_NAME : ASSIGNMENT_INVALID;
    } else if (state === ASSIGNMENT_NAME) {
      if (c < 128 && isIdChar[c] & 2)
        continue;
      if (c === CH_LBRACKET)
        state = ASSIGNMENT_INDEX_BASE + 1;
      else if (c === CH_PLUS)
        state = ASSIGNMENT_AFTER_PLUS;
      else
        state = c === CH_EQ ? -i - 2 : ASSIGNMENT_INVALID;
    } else if (state === ASSIGNMENT_AFTER_INDEX) {
      if (c === CH_PLUS)
        state = ASSIGNMENT_AFTER_PLUS;
      else
        state = c === CH_EQ ? -i - 2 : ASSIGNMENT_INVALID;
    } else {
      state = c === CH_EQ ? -i - 2 : ASSIGNMENT_INVALID;
    }
  }
  return state;
}
function setToken(out, token, value, pos = 0, end = 0) {
  out.token = token;
  out._value = value;
  out.pos = pos;
  out.end = end;
  out.fileDescriptor = void 0;
  out.variableName = void 0;
  out.descriptorEnd = 0;
  out.delimiterQuoted = false;
  out.content = void 0;
  out.assignmentOperatorPos = -1;
  out.raw = false;
  out.keywordEligible = false;
}
function setSpanToken(out, token, pos, end, raw) {
  out.token = token;
  out._value = null;
  out.pos = pos;
  out.end = end;
  out.fileDescriptor = void 0;
  out.variableName = void 0;
  out.descriptorEnd = 0;
  out.delimiterQuoted = false;
  out.content = void 0;
  out.assignmentOperatorPos = -1;
  out.raw = raw;
  out.keywordEligible = false;
}
function matchReservedWord(src, start, len) {
  switch (src.charCodeAt(start)) {
    case CH_BANG:
      return len === 1 ? Token.Bang : void 0;
    case CH_LBRACE:
      return len === 1 ? Token.LBrace : void 0;
    case CH_RBRACE:
      return len === 1 ? Token.RBrace : void 0;
    case 105: {
      if (len !== 2)
        return void 0;
      const c = src.charCodeAt(start + 1);
      return c === 102 ? Token.If : c === 110 ? Token.In : void 0;
    }
    case 102:
      if (len === 2)
        return src.charCodeAt(start + 1) === 105 ? Token.Fi : void 0;
      if (len === 3)
        return src.startsWith("for", start) ? Token.For : void 0;
      if (len === 8)
        return src.startsWith("function", start) ? Token.Function : void 0;
      return void 0;
    case 116:
      return len === 4 && src.startsWith("then", start) ? Token.Then : void 0;
    case 101:
      if (len !== 4)
        return void 0;
      if (src.startsWith("else", start))
        return Token.Else;
      if (src.startsWith("elif", start))
        return Token.Elif;
      if (src.startsWith("esac", start))
        return Token.Esac;
      return void 0;
    case 100:
      if (len === 2)
        return src.charCodeAt(start + 1) === 111 ? Token.Do : void 0;
      if (len === 4)
        return src.startsWith("done", start) ? Token.Done : void 0;
      return void 0;
    case 99:
      if (len === 4)
        return src.startsWith("case", start) ? Token.Case : void 0;
      if (len === 6)
        return src.startsWith("coproc", start) ? Token.Coproc : void 0;
      return void 0;
    case 119:
      return len === 5 && src.startsWith("while", start) ? Token.While : void 0;
    case 117:
      return len === 5 && src.startsWith("until", start) ? Token.Until : void 0;
    case 115:
      return len === 6 && src.startsWith("select", start) ? Token.Select : void 0;
    default:
      return void 0;
  }
}
var LexContext = {
  Normal: 0,
  CommandStart: 1,
  TestMode: 2,
  // After a prefix element: assignments still recognized, reserved words not.
  CommandPrefix: 3,
  // Assignment arguments retain ordinary word boundaries inside subscripts.
  Declaration: 4,
  ArrayElement: 5,
  FunctionName: 6,
  CasePattern: 7,
  // Arguments of eval and let: ordinary words, but `name=(…)` keeps its array value as in Bash.
  EvalArgument: 8
};
function isBraceCommandOpener(after) {
  return after === CH_SPACE || after === CH_TAB || after === CH_NL || after === CH_PIPE;
}
var Lexer = class _Lexer {
  static _findSubstitutionEnd;
  src;
  srcEnd;
  parenBoundary;
  pos;
  current;
  nextState;
  hasPeek;
  pendingHereDocs;
  substitutionContext;
  _errors = null;
  _buildParts = false;
  // Build processed text while scanning. Off on the normal token path (values
  // materialize lazily); on for redirect targets, heredoc delimiters, arithmetic
  // command bodies, and bounded value re-lexes. _buildParts implies it.
  _buildValue = false;
  // Nesting depth of the window being lexed (enclosing sub-fields plus substitution
  // scripts), sharing the MAX_SYNTAX_NESTING budget across lazily created lexers.
  _nestingDepth = 0;
  // `start`/`end` bound the lexer to a window of `src` so substitution scripts can be
  // parsed in place against the original source — every position is then absolute, with
  // no slicing or re-basing. Defaults cover the whole string (the common top-level parse).
  constructor(src, start = 0, end = src.length, parenBoundary = false, context = createSubstitutionContext()) {
    this.src = src;
    this.srcEnd = end;
    this.parenBoundary = parenBoundary;
    this.pos = start;
    this.current = new TokenValue(this);
    this.nextState = new TokenValue(this);
    this.hasPeek = false;
    this.pendingHereDocs = null;
    this.substitutionContext = context;
    if (start === 0 && src.charCodeAt(0) === CH_HASH && src.charCodeAt(1) === CH_BANG) {
      const nl = src.indexOf("\n");
      this.pos = nl === -1 ? this.srcEnd : nl + 1;
    }
  }
  getSource() {
    return this.src;
  }
  // Fresh window sharing source, depth and substitution context; tokens, errors, heredocs and build flags reset.
  fork(start, end, parenBoundary = false) {
    const lexer = new _Lexer(this.src, start, end, parenBoundary, this.substitutionContext);
    lexer._nestingDepth = this._nestingDepth;
    return lexer;
  }
  getSubstitutionContext() {
    return this.substitutionContext;
  }
  get errors() {
    return this._errors ?? (this._errors = []);
  }
  // A substitution's script parses lazily, one level below the window it was found in, in
  // place over `inner` at `start`, sharing this scan's substitution boundaries.
  commandExpansion(pos, text, start, inner, parenBoundary = false) {
    const window = this.scriptWindow(this.src, start, start + inner.length, parenBoundary);
    return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
  }
  // Escaped backticks rebuild `inner` with the escapes removed, so it is no longer a verbatim
  // substring of the source: that script parses the decoded body as its own source.
  decodedCommandExpansion(pos, text, inner) {
    const window = this.scriptWindow(inner, 0, inner.length, false, true);
    return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
  }
  processSubstitution(pos, text, operator, inner) {
    const window = this.scriptWindow(this.src, pos + 2, pos + 2 + inner.length, !this._unbalanced);
    return new ProcessSubstitutionImpl(pos, this.pos, text, operator, window);
  }
  // Past the nesting budget the part gets no window, so lazy materialization bottoms out.
  scriptWindow(source, start, end, parenBoundary, decoded = false) {
    if (this._nestingDepth > MAX_SYNTAX_NESTING)
      return void 0;
    const context = decoded ? void 0 : this.substitutionContext;
    return { source, start, end, depth: this._nestingDepth + 1, parenBoundary, context };
  }
  getPos() {
    return this.pos;
  }
  findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
    if (_Lexer._findSubstitutionEnd === void 0)
      return -1;
    return _Lexer._findSubstitutionEnd(this.src, start, end, depth, this.substitutionContext);
  }
  /** Materialize a word token's value: raw spans slice directly, others re-lex the span. */
  _tokenValue(pos, end, raw) {
    return raw ? this.src.slice(pos, end) : this.wordValueOf(pos, end);
  }
  // Re-lex [start, end) in value mode to produce the processed word text. Bounded
  // to the span, so every expansion the original scan consumed closes within it.
  // Errors were already reported by the original scan; suppress duplicates.
  wordValueOf(start, end) {
    const savedPos = this.pos;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedBuildValue = this._buildValue;
    const savedUnbalanced = this._unbalanced;
    const errorCount = this._errors === null ? 0 : this._errors.length;
    this.pos = start;
    this.srcEnd = end;
    this._buildValue = true;
    this.readWordText();
    if (this.pos < end && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
      this.pos = start;
      this.readWordText(true);
    }
    const value = this._wordText;
    this.pos = savedPos;
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this._buildValue = savedBuildValue;
    this._unbalanced = savedUnbalanced;
    if (this._errors !== null)
      this._errors.length = errorCount;
    return value;
  }
  /** Find the closing bracket for a shell subscript, ignoring brackets inside nested shell syntax. */
  findClosingBracket(start, end = this.srcEnd) {
    const limit = Math.min(end, this.srcEnd);
    let window = this._bracketWindow;
    if (!window || window.limit !== limit) {
      window = { limit, depth: this._nestingDepth, last: this.src.lastIndexOf("]", limit - 1) };
      this._bracketWindow = window;
    }
    if (start > window.last)
      return -1;
    if (window.depth !== this._nestingDepth) {
      window = { limit, depth: this._nestingDepth, last: window.last };
      this._bracketWindow = window;
    }
    if (window.failed?.has(start))
      return -1;
    const unmatched = [];
    const close = this.findClosingShellDelimiter(start, end, CH_RBRACKET, false, true, unmatched);
    if (close === -1) {
      const failed = window.failed ?? (window.failed = /* @__PURE__ */ new Set());
      for (const starts of unmatched)
        for (const pos of starts)
          failed.add(pos);
    }
    return close;
  }
  /** Find the closing bracket of `$[ … ]`, which unlike a subscript does not recurse into `${ }`. */
  findClosingArithmeticBracket(start, end = this.srcEnd) {
    const limit = Math.min(end, this.srcEnd);
    let window = this._arithmeticBracketWindow;
    if (!window || window.end !== limit || window.depth !== this._nestingDepth) {
      window = { end: limit, depth: this._nestingDepth, failed: /* @__PURE__ */ new Set() };
      this._arithmeticBracketWindow = window;
    }
    if (window.failed.has(start))
      return -1;
    return this.findClosingShellDelimiter(start, end, CH_RBRACKET, false, false, void 0, window.failed);
  }
  /** Find the closing brace for a parameter expansion, ignoring braces inside nested shell syntax. */
  findClosingBrace(start, end = this.srcEnd) {
    return this.findClosingShellDelimiter(start, end, CH_RBRACE);
  }
  /** Find the closing parenthesis for a shell substitution using the command-aware scanner. */
  findClosingParenthesis(start, end = this.srcEnd) {
    const savedPos = this.pos;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedUnbalanced = this._unbalanced;
    this.pos = start;
    this.srcEnd = Math.min(end, this.srcEnd);
    this.extractBalanced();
    const close = this._unbalanced ? -1 : this.pos - 1;
    this.pos = savedPos;
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this._unbalanced = savedUnbalanced;
    return close;
  }
  /** Find the end of one arithmetic expansion using the canonical lexer scanner. */
  findArithmeticExpansionEnd(start, end = this.srcEnd) {
    const scanner = this.fork(start, end);
    scanner.pos = start + 1;
    scanner.scanArithmeticBody();
    return scanner.pos;
  }
  /** Find the end of one shell-expanded arithmetic word using the canonical lexer scanners. */
  findArithmeticWordEnd(start, end = this.srcEnd) {
    const scanner = this.fork(start, end);
    scanner.pos = start;
    return scanner.scanArithmeticWordEnd();
  }
  scanArithmeticWordEnd() {
    while (this.pos < this.srcEnd) {
      const ch = this.src.charCodeAt(this.pos);
      if (ch === CH_DOLLAR) {
        this.readDollar();
        continue;
      }
      if (ch === CH_BACKTICK) {
        this.readBacktickExpansion();
        continue;
      }
      if (ch === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
        continue;
      }
      if (ch === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
        continue;
      }
      if (ch === CH_BACKSLASH) {
        this.pos += 2;
        continue;
      }
      if (ch === CH_LBRACKET) {
        const close = this.findClosingBracket(this.pos + 1);
        if (close !== -1) {
          this.pos = close + 1;
          continue;
        }
      }
      if ((ch === CH_LT || ch === CH_GT) && this.src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        this.pos += 2;
        this.extractBalanced();
        continue;
      }
      if (ch < 128 && arithmeticWordDelimiter[ch])
        break;
      this.pos++;
    }
    return this.pos;
  }
  // Only array assignment bodies take comments and leading `[` subscripts and reject operators;
  // extglob shares this scanner, and `#` is pattern data there.
  findClosingShellDelimiter(start, end, closing2, array = false, braces = true, bracketStarts, failedBrackets) {
    const savedPos = this.pos;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedUnbalanced = this._unbalanced;
    this.srcEnd = Math.min(end, this.srcEnd);
    const delimiters = [closing2];
    bracketStarts?.push([]);
    const failedStarts = failedBrackets ? [start] : void 0;
    let pos = start;
    let wordStart = true;
    let invalid = -1;
    while (pos < this.srcEnd) {
      const expected = delimiters[delimiters.length - 1];
      if (bracketStarts && expected === CH_RBRACKET)
        bracketStarts[bracketStarts.length - 1].push(pos);
      const ch = this.src.charCodeAt(pos);
      if (ch === CH_BACKSLASH) {
        if (pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) !== CH_NL)
          wordStart = false;
        pos += 2;
        continue;
      }
      if (ch === CH_HASH && array && delimiters.length === 1 && wordStart) {
        while (pos < this.srcEnd && this.src.charCodeAt(pos) !== CH_NL)
          pos++;
        continue;
      }
      if (ch === CH_SQUOTE) {
        this.pos = pos + 1;
        this.skipSQ();
        pos = this.pos;
        wordStart = false;
        continue;
      }
      if (ch === CH_DQUOTE) {
        this.pos = pos + 1;
        this.skipDQ();
        pos = this.pos;
        wordStart = false;
        continue;
      }
      if (ch === CH_BACKTICK) {
        pos++;
        while (pos < this.srcEnd && this.src.charCodeAt(pos) !== CH_BACKTICK) {
          if (this.src.charCodeAt(pos) === CH_BACKSLASH)
            pos++;
          pos++;
        }
        if (pos < this.srcEnd)
          pos++;
        wordStart = false;
        continue;
      }
      if (ch === CH_DOLLAR && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === CH_LPAREN || (ch === CH_LT || ch === CH_GT) && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === CH_LPAREN) {
        this.pos = pos + 2;
        this.extractBalanced();
        pos = this.pos;
        wordStart = false;
        continue;
      }
      if (ch === CH_DOLLAR && pos + 1 < this.srcEnd) {
        const after = this.src.charCodeAt(pos + 1);
        if (after === CH_SQUOTE) {
          pos = decodeAnsiCQuoted(this.src, pos + 2, this.srcEnd).end;
          wordStart = false;
          continue;
        }
        if (after === CH_DOLLAR) {
          pos += 2;
          wordStart = false;
          continue;
        }
        if (after === CH_LBRACE && braces) {
          delimiters.push(CH_RBRACE);
          bracketStarts?.push([]);
          pos += 2;
          wordStart = false;
          continue;
        }
      }
      if (array && delimiters.length === 1) {
        if (ch === CH_LBRACKET && wordStart) {
          delimiters.push(CH_RBRACKET);
          bracketStarts?.push([]);
        } else if (invalid === -1 && (ch === CH_SEMI || ch === CH_AMP || ch === CH_PIPE || ch === CH_LT || ch === CH_GT || ch === CH_LPAREN && !isExtglobOpen(this.src.charCodeAt(pos - 1)))) {
          invalid = pos;
        }
      }
      if (expected === CH_RBRACKET && ch === CH_LBRACKET) {
        delimiters.push(CH_RBRACKET);
        bracketStarts?.push([]);
        failedStarts?.push(pos + 1);
      } else if (expected === CH_RPAREN && ch === CH_LPAREN) {
        delimiters.push(CH_RPAREN);
        bracketStarts?.push([]);
      } else if (ch === expected) {
        delimiters.pop();
        failedStarts?.pop();
        bracketStarts?.pop();
        if (delimiters.length === 0) {
          this.pos = savedPos;
          this.srcEnd = savedEnd;
          this._bracketWindow = savedBracketWindow;
          this._arithmeticBracketWindow = savedArithmeticBracketWindow;
          this._unbalanced = savedUnbalanced;
          if (invalid !== -1)
            this.errors.push({ message: `unexpected '${this.src[invalid]}' in array assignment`, pos: invalid });
          return pos;
        }
        wordStart = false;
        pos++;
        continue;
      }
      wordStart = ch < 128 && (charType[ch] & 1) !== 0;
      pos++;
    }
    if (failedStarts)
      for (const start2 of failedStarts)
        failedBrackets.add(start2);
    this.pos = savedPos;
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this._unbalanced = savedUnbalanced;
    return -1;
  }
  // End of the brace expansion opened at `start`, or -1. As in Bash's brace_gobbler, quotes,
  // escapes, parameter expansions and substitutions are opaque; an unquoted metacharacter
  // ends the word before the brace closes. The word scan reports errors in the skipped text.
  scanBraceExpansion(start, results) {
    const src = this.src;
    const len = this.srcEnd;
    const cached = results.get(start);
    if (cached !== void 0)
      return cached;
    const savedPos = this.pos;
    const savedUnbalanced = this._unbalanced;
    const errorCount = this._errors === null ? 0 : this._errors.length;
    const frames = [start, 0];
    let pos = start + 1;
    while (pos < len) {
      const ch = src.charCodeAt(pos);
      const type = ch < 128 ? charType[ch] : 0;
      if (type === 0) {
        pos++;
        if (ch === CH_RBRACE) {
          const hasSep = frames.pop();
          results.set(frames.pop(), hasSep ? pos : -1);
          if (frames.length === 0)
            break;
        } else if (ch === 44 || ch === 46 && src.charCodeAt(pos) === 46) {
          frames[frames.length - 1] = 1;
        }
        continue;
      }
      const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
      if (type & 1) {
        if (next === CH_LPAREN && (ch === CH_LT || ch === CH_GT)) {
          this.pos = pos + 2;
          this.extractBalanced();
          pos = this.pos;
        } else if (ch === CH_LPAREN && isExtglobOpen(src.charCodeAt(pos - 1))) {
          const close = this.findClosingShellDelimiter(pos + 1, len, CH_RPAREN);
          if (close === -1)
            break;
          pos = close + 1;
        } else {
          break;
        }
      } else if (ch === CH_BACKSLASH) {
        pos += 2;
      } else if (ch === CH_SQUOTE) {
        this.pos = pos + 1;
        this.skipSQ();
        pos = this.pos;
      } else if (ch === CH_DQUOTE) {
        this.pos = pos + 1;
        this.skipDQ();
        pos = this.pos;
      } else if (ch === CH_BACKTICK) {
        pos++;
        while (pos < len && src.charCodeAt(pos) !== CH_BACKTICK)
          pos += src.charCodeAt(pos) === CH_BACKSLASH ? 2 : 1;
        pos++;
      } else if (ch === CH_LBRACE) {
        frames.push(pos, 0);
        pos++;
      } else if (next === CH_SQUOTE) {
        pos = decodeAnsiCQuoted(src, pos + 2, len).end;
      } else if (next === CH_LBRACE) {
        const close = this.findClosingBrace(pos + 2, len);
        if (close === -1)
          break;
        pos = close + 1;
      } else if (next === CH_LPAREN) {
        this.pos = pos + 2;
        this.extractBalanced();
        pos = this.pos;
      } else {
        pos++;
      }
    }
    this.pos = savedPos;
    this._unbalanced = savedUnbalanced;
    if (this._errors !== null)
      this._errors.length = errorCount;
    for (let index = 0; index < frames.length; index += 2)
      results.set(frames[index], -1);
    return results.get(start);
  }
  skipSubshellBody() {
    this.extractBalanced(false);
    return this._unbalanced ? -1 : this.pos;
  }
  skipCompoundBody(closeToken) {
    const frames = [
      { close: closeToken, phase: closeToken === Token.Esac ? "case-pattern" : "commands" }
    ];
    let commandStart = true;
    for (; ; ) {
      const phase = frames[frames.length - 1].phase;
      let ctx = commandStart ? LexContext.CommandStart : LexContext.Normal;
      if (phase === "function-name")
        ctx = LexContext.FunctionName;
      else if (phase === "case-pattern" && commandStart)
        ctx = LexContext.CasePattern;
      const value = this.next(ctx);
      const token = value.token;
      if (token === Token.EOF)
        return -1;
      const last = frames.length - 1;
      const frame = frames[last];
      if (frame.phase === "function-name") {
        if (token === Token.Newline)
          continue;
        frame.phase = "function-body";
        commandStart = true;
        continue;
      } else if (frame.phase === "function-body") {
        if (token === Token.Newline)
          continue;
        frame.phase = "commands";
        commandStart = true;
        if (token === Token.LParen && this.peek(LexContext.Normal).token === Token.RParen) {
          this.next(LexContext.Normal);
          frame.phase = "function-body";
          continue;
        }
      } else if (frame.phase === "coproc-command") {
        if (token === Token.Newline)
          continue;
        if (token === Token.Word) {
          frame.phase = "coproc-body";
          commandStart = true;
          continue;
        }
        frame.phase = "commands";
        commandStart = true;
      } else if (frame.phase === "coproc-body") {
        if (token === Token.Newline)
          continue;
        frame.phase = token === Token.Word && value.keywordEligible && value.value === "time" ? "time-command" : "commands";
        commandStart = true;
        if (frame.phase === "time-command")
          continue;
      } else if (frame.phase === "time-command") {
        if (token === Token.Word && value.keywordEligible && value.value === "-p") {
          frame.phase = "time-command-after-p";
          continue;
        }
        if (token === Token.Word && value.keywordEligible && value.value === "--") {
          frame.phase = "commands";
          continue;
        }
        frame.phase = "commands";
        commandStart = true;
      } else if (frame.phase === "time-command-after-p") {
        if (token === Token.Word && value.keywordEligible && value.value === "--") {
          frame.phase = "commands";
          continue;
        }
        frame.phase = "commands";
        commandStart = true;
      } else if (frame.phase === "for-header") {
        if (token === Token.ArithCmd || token === Token.Semi || token === Token.Newline) {
          commandStart = true;
          continue;
        }
        if (token === Token.Do || token === Token.LBrace) {
          frame.close = token === Token.Do ? Token.Done : Token.RBrace;
          frame.phase = "commands";
          commandStart = true;
          continue;
        }
      } else if (frame.phase === "case-word") {
        if (token === Token.Newline)
          continue;
        frame.phase = "case-in";
        commandStart = false;
        continue;
      } else if (frame.phase === "case-in") {
        if (token === Token.Newline) {
          commandStart = true;
          continue;
        }
        frame.phase = "case-pattern";
        commandStart = true;
        continue;
      } else if (frame.phase === "case-pattern") {
        if (token === Token.Esac && commandStart) {
          frames.pop();
          if (frames.length === 0)
            return value.end;
          commandStart = false;
          continue;
        }
        if (token === Token.RParen) {
          frame.phase = "commands";
          commandStart = true;
        } else {
          commandStart = token === Token.Newline;
        }
        continue;
      }
      if (token === frame.close) {
        frames.pop();
        if (frames.length === 0)
          return value.end;
        commandStart = false;
        continue;
      }
      if (commandStart) {
        switch (token) {
          case Token.LParen:
            frames.push({ close: Token.RParen, phase: "commands" });
            break;
          case Token.LBrace:
            frames.push({ close: Token.RBrace, phase: "commands" });
            break;
          case Token.If:
            frames.push({ close: Token.Fi, phase: "commands" });
            break;
          case Token.For:
            frames.push({ close: Token.Done, phase: "for-header" });
            break;
          case Token.While:
          case Token.Until:
          case Token.Select:
            frames.push({ close: Token.Done, phase: "commands" });
            break;
          case Token.Case:
            frames.push({ close: Token.Esac, phase: "case-word" });
            break;
          case Token.DblLBracket:
            if (!this.skipTestCommandBody())
              return -1;
            commandStart = false;
            continue;
          case Token.Assignment:
          case Token.Redirect:
          case Token.Bang:
          case Token.Then:
          case Token.Else:
          case Token.Elif:
          case Token.Do:
          case Token.In:
            break;
          case Token.Semi:
          case Token.Newline:
          case Token.Pipe:
          case Token.And:
          case Token.Or:
          case Token.Amp:
          case Token.DoubleSemi:
          case Token.SemiAmp:
          case Token.DoubleSemiAmp:
            break;
          case Token.Function:
            frame.phase = "function-name";
            break;
          case Token.Coproc:
            frame.phase = "coproc-command";
            break;
          default:
            if (token === Token.Word && value.keywordEligible && value.value === "time") {
              frame.phase = "time-command";
              commandStart = true;
            } else {
              commandStart = false;
            }
            continue;
        }
      }
      switch (token) {
        case Token.Semi:
        case Token.Newline:
        case Token.Pipe:
        case Token.And:
        case Token.Or:
        case Token.Amp:
          commandStart = true;
          break;
        case Token.DoubleSemi:
        case Token.SemiAmp:
        case Token.DoubleSemiAmp:
          if (frame.close === Token.Esac)
            frame.phase = "case-pattern";
          commandStart = true;
          break;
        case Token.RParen:
          commandStart = true;
          break;
      }
    }
  }
  skipTestGroup() {
    let depth = 1;
    for (; ; ) {
      const value = this.next(LexContext.TestMode);
      if (value.token === Token.EOF)
        return -1;
      if (value.token === Token.DblRBracket) {
        this.unshift(value);
        return -1;
      }
      if (value.token === Token.LParen)
        depth++;
      else if (value.token === Token.RParen && --depth === 0)
        return value.end;
    }
  }
  skipTestCommandBody() {
    for (; ; ) {
      const token = this.next(LexContext.TestMode).token;
      if (token === Token.DblRBracket)
        return true;
      if (token === Token.EOF)
        return false;
    }
  }
  /** Set position and scan a word, building parts. Used by computeWordParts. */
  buildWordParts(startPos) {
    this._buildParts = true;
    this.pos = startPos;
    const ch = this.src.charCodeAt(startPos);
    if ((ch === 60 || ch === 62) && startPos + 1 < this.srcEnd && this.src.charCodeAt(startPos + 1) === 40) {
      this.pos = startPos + 2;
      const inner = this.extractBalanced();
      const text = this.src.slice(startPos, this.pos);
      const part = this.processSubstitution(startPos, text, ch === 60 ? "<" : ">", inner);
      if (this.pos < this.srcEnd) {
        this.readWordText();
        if (this._wordParts) {
          this._wordParts.unshift(part);
        } else {
          this._wordParts = [part];
        }
      } else {
        this._wordParts = [part];
      }
    } else {
      this.readWordText();
      if (this.pos < this.srcEnd && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
        this.pos = startPos;
        this.readWordText(true);
      }
    }
    return this._wordParts;
  }
  /** Scan a bounded word-like span without treating shell operators or whitespace as terminators. */
  buildEmbeddedWordParts(startPos, arithmetic = false) {
    this._buildParts = true;
    this.pos = startPos;
    this.readInnerWordText(false, arithmetic);
    return this._wordParts;
  }
  buildArrayElementParts(startPos) {
    const close = this.findClosingBracket(startPos + 1);
    if (close === -1)
      return this.buildWordParts(startPos);
    const src = this.src;
    this._buildParts = true;
    const head = hasEmbeddedWordStructure(src, startPos, close + 1) ? this.parseSubFieldWord(startPos, close + 1, "embedded") : void 0;
    this.pos = close + 1;
    this.readWordText(false, LexContext.ArrayElement);
    const end = this.pos;
    const operator = skipLineContinuations(src, close + 1, end);
    const after = src.charCodeAt(operator);
    const keyed = after === CH_EQ || after === CH_PLUS && src.charCodeAt(operator + 1) === CH_EQ;
    let headParts = head?.parts;
    let tailParts = this._wordParts;
    if (keyed)
      tailParts = parseGlobParts(src, close + 1, end, tailParts) ?? tailParts;
    if (!headParts && !tailParts)
      return keyed ? null : parseGlobParts(src, startPos, end, void 0) ?? null;
    const headText = src.slice(startPos, close + 1);
    if (!headParts)
      headParts = [{ type: "Literal", pos: startPos, end: close + 1, text: headText, value: head?.value ?? headText }];
    if (!tailParts)
      tailParts = end > close + 1 ? [{ type: "Literal", pos: close + 1, end, text: src.slice(close + 1, end), value: this._wordText }] : [];
    let parts = joinWordParts(headParts, tailParts);
    if (!keyed)
      parts = parseGlobParts(src, startPos, end, parts) ?? parts;
    return parts.length > 1 || parts[0].type !== "Literal" ? parts : null;
  }
  /** Scan a heredoc body for expansions, building parts. Spaces/newlines are literal. */
  buildHereDocParts(bodyPos, bodyEnd) {
    this._buildParts = true;
    const src = this.src;
    const parts = [];
    let hasExpansion = false;
    let litBuf = "";
    let litStart = bodyPos;
    let i = bodyPos;
    const flushLit = () => {
      if (i > litStart) {
        parts.push({ type: "Literal", pos: litStart, end: i, value: litBuf, text: src.slice(litStart, i) });
        litBuf = "";
      }
    };
    while (i < bodyEnd) {
      const ch = src.charCodeAt(i);
      if (ch === 92) {
        if (i + 1 < bodyEnd) {
          const nc = src.charCodeAt(i + 1);
          if (nc === CH_NL) {
            i += 2;
            continue;
          }
          if (nc === 36 || nc === 96 || nc === 92) {
            litBuf += String.fromCharCode(nc);
            i += 2;
            continue;
          }
        }
        litBuf += "\\";
        i++;
        continue;
      }
      if (ch === 36 && src.charCodeAt(i + 1) !== CH_SQUOTE && src.charCodeAt(i + 1) !== CH_DQUOTE) {
        flushLit();
        litStart = i;
        this.pos = i;
        this.readDollar();
        if (this._resultPart) {
          hasExpansion = true;
          parts.push(this._resultPart);
          litStart = this.pos;
        } else {
          litBuf += src.slice(i, this.pos);
        }
        i = this.pos;
        continue;
      }
      if (ch === 96) {
        flushLit();
        litStart = i;
        this.pos = i;
        this.readBacktickExpansion();
        if (this._resultPart) {
          hasExpansion = true;
          parts.push(this._resultPart);
          litStart = this.pos;
        } else {
          litBuf += src.slice(i, this.pos);
        }
        i = this.pos;
        continue;
      }
      litBuf += src[i];
      i++;
    }
    flushLit();
    return hasExpansion ? parts : null;
  }
  registerHereDocTarget(target) {
    if (this.pendingHereDocs === null)
      return;
    for (const hd of this.pendingHereDocs) {
      if (!hd.target) {
        hd.target = target;
        return;
      }
    }
  }
  // Read the right-hand operand of =~ in [[ ]]. Bash ends the operand at
  // depth-zero whitespace, `)`, `;`, `&`, `<`, or `>` (but `<(`/`>(` open a
  // process substitution and `|` never delimits). An unquoted `(` opens a
  // group that consumes everything — `]]`, newlines, and metacharacters
  // included — until its matching `)`; inside a group only quotes stay opaque
  // and expansion parens count naively, matching bash. Quotes and expansions
  // at depth zero skip via the same readers normal words use, so their errors
  // and spans stay identical. The token is the raw source span; value and
  // parts resolve lazily like every other word.
  readTestRegexWord() {
    this.hasPeek = false;
    this.skipSpacesAndTabs();
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    let depth = 0;
    while (this.pos < len) {
      const ch = src.charCodeAt(this.pos);
      if (ch === CH_LPAREN) {
        depth++;
        this.pos++;
        continue;
      }
      if (ch === CH_BACKSLASH) {
        this.pos += this.pos + 1 < len ? 2 : 1;
        continue;
      }
      if (ch === CH_SQUOTE) {
        const quotePos = this.pos++;
        const ansiC = quotePos > start && src.charCodeAt(quotePos - 1) === CH_DOLLAR;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_SQUOTE) {
          if (ansiC && src.charCodeAt(this.pos) === CH_BACKSLASH && this.pos + 1 < len)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        else
          this.errors.push({
            message: ansiC ? "unterminated ANSI-C quote" : "unterminated single quote",
            pos: quotePos
          });
        continue;
      }
      if (ch === CH_DQUOTE) {
        this.pos++;
        this.readDoubleQuoted();
        continue;
      }
      if (ch === CH_BACKTICK) {
        this.readBacktickExpansion();
        continue;
      }
      if (depth > 0) {
        if (ch === CH_RPAREN)
          depth--;
        this.pos++;
        continue;
      }
      if (ch === CH_DOLLAR) {
        this.readDollar();
        continue;
      }
      if ((ch === CH_LT || ch === CH_GT) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        const subPos = this.pos;
        this.pos += 2;
        this.extractBalanced();
        if (this._unbalanced)
          this.errors.push({ message: "unterminated process substitution", pos: subPos });
        continue;
      }
      if (ch < 128 && charType[ch] & 1 && ch !== CH_PIPE)
        break;
      this.pos++;
    }
    setToken(this.current, Token.Word, src.slice(start, this.pos), start, this.pos);
    return this.current;
  }
  // Read C-style for expressions: called after first '(' consumed by parser.
  // Expects pos at second '('. Returns [init, test, update] raw text.
  readCStyleForExprs() {
    this.hasPeek = false;
    const src = this.src;
    const len = this.srcEnd;
    while (this.pos < len && (src.charCodeAt(this.pos) === CH_SPACE || src.charCodeAt(this.pos) === CH_TAB))
      this.pos++;
    const openPos = this.pos;
    if (this.pos < len && src.charCodeAt(this.pos) === CH_LPAREN)
      this.pos++;
    const starts = [this.pos, 0, 0];
    const parts = ["", "", "", 0, 0, 0];
    let partIdx = 0;
    let depth = 1;
    let partStart = this.pos;
    let extra = false;
    const setPart = (end) => {
      const raw = src.slice(partStart, end);
      parts[partIdx] = raw.trim();
      parts[3 + partIdx] = starts[partIdx] + raw.length - raw.trimStart().length;
    };
    while (this.pos < len && depth > 0) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_LPAREN) {
        depth++;
        this.pos++;
      } else if (c === CH_RPAREN) {
        depth--;
        if (depth === 0) {
          if (!extra)
            setPart(this.pos);
          if (partIdx < 2)
            this.errors.push({ message: "expected three arithmetic expressions in for header", pos: this.pos });
          this.pos++;
          while (this.pos < len && (src.charCodeAt(this.pos) === CH_SPACE || src.charCodeAt(this.pos) === CH_TAB))
            this.pos++;
          if (this.pos < len && src.charCodeAt(this.pos) === CH_RPAREN)
            this.pos++;
          break;
        }
        this.pos++;
      } else if (c === CH_SEMI && depth === 1) {
        if (partIdx === 2) {
          if (!extra) {
            setPart(this.pos);
            this.errors.push({ message: "expected three arithmetic expressions in for header", pos: this.pos });
          }
          extra = true;
          this.pos++;
          continue;
        }
        setPart(this.pos);
        partIdx++;
        this.pos++;
        partStart = this.pos;
        starts[partIdx] = partStart;
      } else if (c === CH_DOLLAR) {
        this.readDollar();
      } else if (c === CH_BACKTICK) {
        this.readBacktickExpansion();
      } else if (c === CH_BACKSLASH) {
        this.pos += this.pos + 1 < len ? 2 : 1;
      } else if (c === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
      } else if (c === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
      } else {
        this.pos++;
      }
    }
    if (depth > 0) {
      if (!extra)
        setPart(this.pos);
      this.errors.push({ message: "unterminated arithmetic for header", pos: openPos });
    }
    return parts;
  }
  peek(ctx = LexContext.Normal) {
    if (!this.hasPeek) {
      this.readNext(this.nextState, ctx);
      this.hasPeek = true;
    }
    return this.nextState;
  }
  // Peek where the context depends on the token just consumed. peek() ignores its ctx once a
  // token is cached, so the caller's context must only be derived when a read actually happens.
  peekFollow(closers) {
    if (!this.hasPeek) {
      const ctx = closers[this.current.token] ? LexContext.CommandStart : LexContext.Normal;
      this.readNext(this.nextState, ctx);
      this.hasPeek = true;
    }
    return this.nextState;
  }
  next(ctx = LexContext.Normal) {
    if (this.hasPeek) {
      this.hasPeek = false;
      const temp = this.current;
      this.current = this.nextState;
      this.nextState = temp;
      return this.current;
    }
    this.readNext(this.current, ctx);
    return this.current;
  }
  unshift(tok) {
    this.nextState.copyFrom(tok);
    this.hasPeek = true;
  }
  readNext(out, ctx) {
    const src = this.src;
    const len = this.srcEnd;
    let pos = this.pos;
    while (true) {
      pos = skipBlanks(src, pos, len);
      if (ctx === LexContext.TestMode) {
        while (pos < len && src.charCodeAt(pos) === CH_NL)
          pos = skipBlanks(src, pos + 1, len);
      }
      if (pos >= len || src.charCodeAt(pos) !== CH_HASH)
        break;
      while (pos < len && src.charCodeAt(pos) !== CH_NL)
        pos++;
    }
    this.pos = pos;
    if (pos >= len) {
      this.consumePendingHereDocs();
      setToken(out, Token.EOF, "", pos, pos);
      return;
    }
    const tokenStart = pos;
    const ch = src.charCodeAt(pos);
    if (ch === CH_NL) {
      this.pos++;
      this.consumePendingHereDocs();
      setToken(out, Token.Newline, "\n", tokenStart, this.pos);
      return;
    }
    if (ctx === LexContext.TestMode && (ch === CH_LT || ch === CH_GT) && !(this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === CH_LPAREN)) {
      this.pos++;
      setToken(out, Token.Word, ch === CH_LT ? "<" : ">", tokenStart, this.pos);
      out.keywordEligible = true;
      return;
    }
    if (ch < 128 && charType[ch] & 1 && this.tryReadOperator(out, ch, ctx, tokenStart))
      return;
    if (ch === CH_LBRACKET && ctx === LexContext.ArrayElement && this.readArrayElement(out, tokenStart))
      return;
    this.readWord(out, ctx, tokenStart);
  }
  tryReadOperator(out, ch, ctx, tokenStart) {
    const src = this.src;
    const pos = this.pos;
    const next = pos + 1 < this.srcEnd ? src.charCodeAt(pos + 1) : 0;
    switch (ch) {
      case CH_SEMI:
        if (next === CH_SEMI) {
          if (pos + 2 < this.srcEnd && src.charCodeAt(pos + 2) === CH_AMP) {
            this.pos += 3;
            setToken(out, Token.DoubleSemiAmp, ";;&", tokenStart, this.pos);
            return true;
          }
          this.pos += 2;
          setToken(out, Token.DoubleSemi, ";;", tokenStart, this.pos);
          return true;
        }
        if (next === CH_AMP) {
          this.pos += 2;
          setToken(out, Token.SemiAmp, ";&", tokenStart, this.pos);
          return true;
        }
        this.pos++;
        setToken(out, Token.Semi, ";", tokenStart, this.pos);
        return true;
      case CH_PIPE:
        if (next === CH_PIPE) {
          this.pos += 2;
          setToken(out, Token.Or, "||", tokenStart, this.pos);
          return true;
        }
        if (next === CH_AMP) {
          this.pos += 2;
          setToken(out, Token.Pipe, "|&", tokenStart, this.pos);
          return true;
        }
        this.pos++;
        setToken(out, Token.Pipe, "|", tokenStart, this.pos);
        return true;
      case CH_AMP:
        if (next === CH_AMP) {
          this.pos += 2;
          setToken(out, Token.And, "&&", tokenStart, this.pos);
          return true;
        }
        if (next === CH_GT) {
          this.pos += 2;
          const append = this.pos < this.srcEnd && src.charCodeAt(this.pos) === CH_GT;
          if (append)
            this.pos++;
          return this.readRedirectTarget(out, append ? "&>>" : "&>", tokenStart);
        }
        this.pos++;
        setToken(out, Token.Amp, "&", tokenStart, this.pos);
        return true;
      case CH_LPAREN:
        if (ctx === LexContext.CommandStart && next === CH_LPAREN) {
          const savedErrors = this.errors.length;
          this.readArithmeticCommand(out, tokenStart);
          if (!this._notArithmetic)
            return true;
          this.errors.length = savedErrors;
          this.pos = tokenStart;
        }
        this.pos++;
        setToken(out, Token.LParen, "(", tokenStart, this.pos);
        return true;
      case CH_RPAREN:
        this.pos++;
        setToken(out, Token.RParen, ")", tokenStart, this.pos);
        return true;
      case CH_LT:
      case CH_GT:
        return this.readRedirection(out, tokenStart);
      default:
        return false;
    }
  }
  readRedirection(out, tokenStart) {
    const src = this.src;
    const ch = src.charCodeAt(this.pos);
    let op = "";
    if (ch === CH_LT) {
      this.pos++;
      const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
      if (next === CH_LT) {
        this.pos++;
        const third = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
        if (third === CH_LT) {
          this.pos++;
          op = "<<<";
        } else {
          const dash = third === CH_DASH;
          if (dash)
            this.pos++;
          this.skipSpacesAndTabs();
          const targetPos = this.pos;
          if (this.pos >= this.srcEnd || src.charCodeAt(this.pos) !== CH_HASH)
            this.readHereDocDelimiter();
          const hasTarget = this.pos > targetPos;
          if (hasTarget) {
            (this.pendingHereDocs ?? (this.pendingHereDocs = [])).push({
              delimiter: this._hereDelim,
              strip: dash,
              quoted: this._hereQuoted
            });
          }
          setToken(out, Token.Redirect, dash ? "<<-" : "<<", tokenStart, this.pos);
          out.content = hasTarget ? this._hereDelim : void 0;
          out.delimiterQuoted = hasTarget && this._hereQuoted;
          out.targetPos = targetPos;
          out.targetEnd = hasTarget ? this.pos : targetPos;
          return true;
        }
      } else if (next === CH_LPAREN) {
        this.readProcessSubstitution(out, "<", tokenStart);
        return true;
      } else if (next === CH_GT) {
        op = "<>";
        this.pos++;
      } else if (next === CH_AMP) {
        op = "<&";
        this.pos++;
      } else {
        op = "<";
      }
    } else if (ch === CH_GT) {
      this.pos++;
      const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
      if (next === CH_LPAREN) {
        this.readProcessSubstitution(out, ">", tokenStart);
        return true;
      }
      if (next === CH_GT) {
        op = ">>";
        this.pos++;
      } else if (next === CH_AMP) {
        op = ">&";
        this.pos++;
      } else if (next === CH_PIPE) {
        op = ">|";
        this.pos++;
      } else {
        op = ">";
      }
    }
    return this.readRedirectTarget(out, op, tokenStart);
  }
  readRedirectTarget(out, op, tokenStart) {
    const src = this.src;
    this.skipSpacesAndTabs();
    if (this.pos < this.srcEnd) {
      const nc = src.charCodeAt(this.pos);
      if ((nc === CH_LT || nc === CH_GT) && this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        const psStart = this.pos;
        this.pos += 2;
        this.extractBalanced();
        if (this._unbalanced)
          this.errors.push({ message: "unterminated process substitution", pos: psStart });
        const psText = src.slice(psStart, this.pos);
        setToken(out, Token.Redirect, op, tokenStart, this.pos);
        out.content = psText;
        out.targetPos = psStart;
        out.targetEnd = this.pos;
        return true;
      }
      const targetPos = this.pos;
      if (nc !== CH_NL && nc !== CH_HASH)
        this.readRedirectTargetText();
      this.redirectToken(out, op, tokenStart, targetPos);
      return true;
    }
    this.redirectToken(out, op, tokenStart, this.pos);
    return true;
  }
  // Redirect targets keep their processed text eagerly (it becomes the target
  // word's content), so scan them in value mode.
  readRedirectTargetText() {
    const savedBuildValue = this._buildValue;
    this._buildValue = true;
    this.readWordText();
    this._buildValue = savedBuildValue;
  }
  redirectToken(out, operator, tokenStart, targetPos) {
    const hasTarget = this.pos > targetPos && (this._wordText.length > 0 || this._wordQuoted);
    setToken(out, Token.Redirect, operator, tokenStart, this.pos);
    out.content = hasTarget ? this._wordText : void 0;
    out.targetPos = targetPos;
    out.targetEnd = hasTarget ? this.pos : targetPos;
  }
  readProcessSubstitution(out, operator, tokenStart) {
    this.pos++;
    this.extractBalanced();
    if (this._unbalanced)
      this.errors.push({ message: "unterminated process substitution", pos: tokenStart });
    const text = this.src.slice(tokenStart, this.pos);
    setToken(out, Token.Word, text, tokenStart, this.pos);
  }
  // The delimiter is the word after quote removal: quote and escape segments may
  // appear anywhere in the word, any of them makes the heredoc quoted, and inside
  // double quotes a backslash is removed only before $ ` " \.
  readHereDocDelimiter() {
    const src = this.src;
    const len = this.srcEnd;
    const savedBuildValue = this._buildValue;
    this._buildValue = true;
    let delimiter = "";
    let quoted = false;
    while (this.pos < len) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_SQUOTE) {
        quoted = true;
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_SQUOTE) {
          delimiter += src[this.pos];
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
      } else if (c === CH_DQUOTE) {
        quoted = true;
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_DQUOTE) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH && this.pos + 1 < len) {
            const next = src.charCodeAt(this.pos + 1);
            if (next === CH_NL) {
              this.pos += 2;
              continue;
            }
            if (next === CH_DOLLAR || next === CH_BACKTICK || next === CH_DQUOTE || next === CH_BACKSLASH)
              this.pos++;
          }
          delimiter += src[this.pos];
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
      } else if (c === CH_BACKSLASH) {
        if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_NL) {
          this.pos += 2;
          continue;
        }
        quoted = true;
        this.pos++;
        if (this.pos < len) {
          delimiter += src[this.pos];
          this.pos++;
        } else {
          delimiter += "\\";
        }
      } else if (c === CH_BACKTICK) {
        const btStart = this.pos;
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        delimiter += src.slice(btStart, this.pos);
      } else if (c === CH_DOLLAR) {
        const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
        if (next === CH_SQUOTE || next === CH_DQUOTE)
          quoted = true;
        this.readDollar();
        delimiter += this._resultText;
      } else if (c < 128 && charType[c] & 1) {
        break;
      } else {
        delimiter += src[this.pos];
        this.pos++;
      }
    }
    this._buildValue = savedBuildValue;
    this._hereDelim = delimiter;
    this._hereQuoted = quoted;
  }
  consumePendingHereDocs() {
    const pending = this.pendingHereDocs;
    if (pending === null || pending.length === 0)
      return;
    for (const hd of pending) {
      const bodyPos = this.pos;
      const bodyEnd = this.skipHereDocBody(hd.delimiter, hd.strip, this.parenBoundary, hd.quoted);
      if (hd.target) {
        hd.target.body.pos = bodyPos;
        hd.target.body.end = bodyEnd;
        hd.target.body.text = this.src.slice(bodyPos, bodyEnd);
        if (this.hereDocClosingPos !== -1)
          hd.target.closing = { pos: this.hereDocClosingPos, end: this.hereDocClosingEnd };
      }
    }
    pending.length = 0;
  }
  hereDocClosingPos = -1;
  hereDocClosingEnd = -1;
  // Advance past the heredoc body and its delimiter line; return the body end
  // (start of the delimiter line, or srcEnd when delimited by end-of-input).
  // With parenEnds (inside $(...)), a line starting with the delimiter directly
  // followed by ")" also terminates the body, resuming at the ")" — bash treats
  // the substitution's closing paren as end-of-file for its heredocs.
  // `join` crosses `\`+newline pairs, which an unquoted delimiter may straddle.
  matchHereDocDelimiter(delimiter, lineStart, end, join2) {
    const src = this.src;
    let pos = lineStart;
    for (let i = 0; i < delimiter.length; ) {
      if (join2 && src.charCodeAt(pos) === CH_BACKSLASH && pos + 1 < end && src.charCodeAt(pos + 1) === CH_NL) {
        pos += 2;
        continue;
      }
      if (pos >= end || src.charCodeAt(pos) !== delimiter.charCodeAt(i))
        return -1;
      pos++;
      i++;
    }
    return pos;
  }
  // A `\` consumes the next character, so `\`+newline continues the line and `\\` does not.
  logicalLineEnd(from, end, join2) {
    const src = this.src;
    let lineEnd2 = src.indexOf("\n", from);
    while (lineEnd2 !== -1 && lineEnd2 < end) {
      if (!join2)
        return lineEnd2;
      let backslashes = lineEnd2;
      while (backslashes > from && src.charCodeAt(backslashes - 1) === CH_BACKSLASH)
        backslashes--;
      if ((lineEnd2 - backslashes) % 2 === 0)
        return lineEnd2;
      from = lineEnd2 + 1;
      lineEnd2 = src.indexOf("\n", from);
    }
    return end;
  }
  skipHereDocBody(delimiter, strip, parenEnds = false, quoted = false) {
    this.hereDocClosingPos = -1;
    this.hereDocClosingEnd = -1;
    const src = this.src;
    const len = this.srcEnd;
    while (this.pos < len) {
      let lineStart = this.pos;
      const lineEnd2 = this.logicalLineEnd(lineStart, len, !quoted);
      for (; ; ) {
        const before = lineStart;
        if (strip)
          while (lineStart < lineEnd2 && src.charCodeAt(lineStart) === CH_TAB)
            lineStart++;
        if (!quoted)
          lineStart = skipLineContinuations(src, lineStart, lineEnd2);
        if (lineStart === before)
          break;
      }
      let afterDelim = this.matchHereDocDelimiter(delimiter, lineStart, lineEnd2, !quoted);
      if (afterDelim !== -1 && !quoted)
        afterDelim = skipLineContinuations(src, afterDelim, lineEnd2);
      if (afterDelim === lineEnd2) {
        const bodyEnd = this.pos;
        if (!parenEnds || !this.parenBoundary || lineEnd2 !== len) {
          this.hereDocClosingPos = lineStart;
          this.hereDocClosingEnd = lineEnd2;
        }
        this.pos = lineEnd2 < len ? lineEnd2 + 1 : lineEnd2;
        return bodyEnd;
      }
      if (parenEnds && afterDelim !== -1) {
        let paren = afterDelim;
        while (paren < lineEnd2 && src.charCodeAt(paren) !== CH_RPAREN)
          paren++;
        if (paren < lineEnd2 || this.parenBoundary && lineEnd2 === len) {
          const bodyEnd = this.pos;
          this.pos = afterDelim;
          return bodyEnd;
        }
      }
      this.pos = lineEnd2 < len ? lineEnd2 + 1 : lineEnd2;
    }
    return this.pos;
  }
  _wordText = "";
  _wordRaw = false;
  _wordQuoted = false;
  _wordHasExpansions = false;
  _wordKeywordEligible = false;
  _wordAssignmentState;
  _bracketWindow;
  _arithmeticBracketWindow;
  _wordParts = null;
  _resultText = "";
  // True when the last $-construct's value is exactly its raw source span.
  _resultIsRaw = true;
  _resultHasExpansion = false;
  _resultPart;
  // Set by extractBalanced when the input ended before the closing paren, so
  // callers can report the construct they were scanning.
  _unbalanced = false;
  // Set by scanArithmeticBody when the construct turns out not to be arithmetic, so the
  // caller can re-read it as a subshell or command substitution instead.
  _notArithmetic = false;
  _arithUnterminated = false;
  _dqText = "";
  _dqHasExpansions = false;
  _dqParts = null;
  // Content end (before the closing quote, or end of input when unterminated).
  _dqEnd = 0;
  _hereDelim = "";
  _hereQuoted = false;
  readWord(out, ctx, tokenStart = 0) {
    const errorStart = this._errors === null ? 0 : this._errors.length;
    this.readWordText(false, ctx, true);
    if (ctx === LexContext.Normal) {
      const next = this.pos < this.srcEnd ? this.src.charCodeAt(this.pos) : 0;
      if (!this._wordRaw || next !== CH_LT && next !== CH_GT) {
        setSpanToken(out, Token.Word, tokenStart, this.pos, this._wordRaw);
        out.keywordEligible = this._wordKeywordEligible;
        return;
      }
    }
    this.classifyWord(out, ctx, tokenStart, errorStart);
  }
  isRedirectVariable(start, end) {
    const src = this.src;
    for (let i = start; i < end; i++) {
      const c = src.charCodeAt(i);
      if (c === CH_LBRACKET && i > start) {
        return i + 2 < end && src.charCodeAt(end - 1) === CH_RBRACKET && this.findClosingShellDelimiter(i + 1, end, CH_RBRACKET) === end - 1;
      }
      if (c >= 128 || !(isIdChar[c] & (i === start ? 1 : 2)))
        return false;
    }
    return end > start;
  }
  readArrayElement(out, tokenStart) {
    const close = this.findClosingBracket(tokenStart + 1);
    if (close === -1)
      return false;
    this.pos = close + 1;
    this.readWordText();
    setSpanToken(out, Token.Word, tokenStart, this.pos, true);
    return true;
  }
  classifyWord(out, ctx, tokenStart, errorStart) {
    const src = this.src;
    const raw = this._wordRaw;
    const hasExpansions = this._wordHasExpansions;
    const quoted = this._wordQuoted;
    const keywordEligible = this._wordKeywordEligible;
    let assignmentState = this._wordAssignmentState;
    const wordEnd = this.pos;
    const wordLen = wordEnd - tokenStart;
    if (ctx === LexContext.CasePattern) {
      let token = Token.Word;
      if (keywordEligible) {
        const reserved = raw ? matchReservedWord(src, tokenStart, wordLen) : RESERVED_WORDS.get(this.wordValueOf(tokenStart, wordEnd));
        if (reserved === Token.Esac)
          token = reserved;
      }
      setSpanToken(out, token, tokenStart, wordEnd, raw);
      out.keywordEligible = keywordEligible;
      return;
    }
    let value = null;
    if (!raw && !hasExpansions && keywordEligible && (ctx === LexContext.CommandStart || ctx === LexContext.TestMode)) {
      const nextCh = wordEnd < this.srcEnd ? src.charCodeAt(wordEnd) : 0;
      if (!quoted && wordLen <= 16 || nextCh === CH_LT || nextCh === CH_GT) {
        value = this.wordValueOf(tokenStart, wordEnd);
      }
    }
    if (ctx === LexContext.CommandStart && keywordEligible) {
      if (raw) {
        if (wordLen <= 8) {
          const reserved = matchReservedWord(src, tokenStart, wordLen);
          if (reserved !== void 0) {
            setSpanToken(out, reserved, tokenStart, wordEnd, true);
            return;
          }
        }
        if (wordLen === 2 && src.charCodeAt(tokenStart) === CH_LBRACKET && src.charCodeAt(tokenStart + 1) === CH_LBRACKET) {
          setSpanToken(out, Token.DblLBracket, tokenStart, wordEnd, true);
          return;
        }
      } else if (value !== null && value.length > 0) {
        const fc = value.charCodeAt(0);
        if (fc >= CH_a && fc <= CH_z && value.length <= 8 || fc === CH_BANG || fc === CH_LBRACE || fc === CH_RBRACE) {
          const reserved = RESERVED_WORDS.get(value);
          if (reserved !== void 0) {
            setToken(out, reserved, value, tokenStart, wordEnd);
            return;
          }
        }
        if (fc === CH_LBRACKET && value === "[[") {
          setToken(out, Token.DblLBracket, value, tokenStart, wordEnd);
          return;
        }
      }
    }
    if (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration) {
      if (assignmentState === void 0) {
        let eq = -1;
        let bracket = false;
        for (let i = tokenStart + 1; i < wordEnd; i++) {
          const c = src.charCodeAt(i);
          if (c === CH_EQ) {
            eq = i;
            break;
          }
          if (c === CH_LBRACKET)
            bracket = true;
        }
        if (eq !== -1 || ctx !== LexContext.Declaration && bracket) {
          assignmentState = scanAssignmentPrefix(src, tokenStart, wordEnd, ASSIGNMENT_NAME_START);
        }
      }
      if (assignmentState !== void 0) {
        if (ctx !== LexContext.Declaration && assignmentState >= ASSIGNMENT_INDEX_BASE) {
          if (wordEnd < this.srcEnd) {
            if (this._errors !== null)
              this._errors.length = errorStart;
            this.pos = tokenStart;
            this.readWordText(true, ctx, true);
            if (this.pos > wordEnd) {
              this.classifyWord(out, ctx, tokenStart, errorStart);
              return;
            }
          }
          if (this._errors === null || this._errors.length === errorStart) {
            this.errors.push({ message: "unterminated array subscript", pos: src.indexOf("[", tokenStart) });
          }
        }
        if (isMatchedAssignment(assignmentState)) {
          setSpanToken(out, Token.Assignment, tokenStart, wordEnd, raw);
          if (value !== null)
            out._value = value;
          out.assignmentOperatorPos = assignmentOperatorPos(assignmentState);
          return;
        }
      }
    }
    if ((ctx === LexContext.CommandStart || ctx === LexContext.TestMode) && keywordEligible) {
      if (raw) {
        if (wordLen === 2 && src.charCodeAt(tokenStart) === CH_RBRACKET && src.charCodeAt(tokenStart + 1) === CH_RBRACKET) {
          setSpanToken(out, Token.DblRBracket, tokenStart, wordEnd, true);
          return;
        }
      } else if (value === "]]") {
        setToken(out, Token.DblRBracket, value, tokenStart, wordEnd);
        return;
      }
    }
    if (!hasExpansions && this.pos < this.srcEnd) {
      const nc = src.charCodeAt(this.pos);
      if (nc === CH_LT || nc === CH_GT) {
        if (raw) {
          const fc = src.charCodeAt(tokenStart);
          if (fc >= CH_0 && fc <= CH_9 && isAllDigitsRange(src, tokenStart, wordEnd)) {
            const fd = Number.parseInt(src.slice(tokenStart, wordEnd), 10);
            if (this.readRedirection(out, tokenStart)) {
              out.fileDescriptor = fd;
              out.descriptorEnd = wordEnd;
              return;
            }
          }
          if (fc === CH_LBRACE && src.charCodeAt(wordEnd - 1) === CH_RBRACE && this.isRedirectVariable(tokenStart + 1, wordEnd - 1)) {
            const varname = src.slice(tokenStart + 1, wordEnd - 1);
            if (this.readRedirection(out, tokenStart)) {
              out.variableName = varname;
              out.descriptorEnd = wordEnd;
              return;
            }
          }
        }
      }
    }
    setSpanToken(out, Token.Word, tokenStart, wordEnd, raw);
    if (value !== null)
      out._value = value;
    out.keywordEligible = keywordEligible;
  }
  // `subscripts` re-reads a word known to stop inside an array subscript, where
  // metacharacters are ordinary text.
  // `scanning` marks the first scan of a token, which decides where the word ends.
  readWordText(subscripts = false, ctx = LexContext.Normal, scanning = false) {
    const src = this.src;
    const len = this.srcEnd;
    let pos = this.pos;
    const fastStart = pos;
    let exitCh = 0;
    while (pos < len) {
      const c = src.charCodeAt(pos);
      if (c < 128 && charType[c]) {
        exitCh = c;
        break;
      }
      pos++;
    }
    if (pos >= len || charType[exitCh] & 1 && !(exitCh === CH_LPAREN && pos > fastStart && extglobPrefix[src.charCodeAt(pos - 1)]) && !subscripts) {
      this.pos = pos;
      this._wordText = (this._buildParts || this._buildValue) && pos > fastStart ? src.slice(fastStart, pos) : "";
      this._wordRaw = true;
      this._wordQuoted = false;
      this._wordHasExpansions = false;
      this._wordKeywordEligible = true;
      this._wordAssignmentState = void 0;
      if (this._buildParts) {
        this._wordParts = hasGlobCharacters(this._wordText) && ctx !== LexContext.ArrayElement ? parseGlobParts(src, fastStart, pos, void 0) ?? null : null;
      }
      return;
    }
    const bp = this._buildParts;
    const bt = bp || this._buildValue;
    let text = bt && pos > fastStart ? src.slice(fastStart, pos) : "";
    let quoted = false;
    let hasExpansions = false;
    let keywordEligible = true;
    let valueIsRaw = true;
    let lastValueChar = pos > fastStart ? src.charCodeAt(pos - 1) : 0;
    let assignmentState = scanAssignmentPrefix(src, fastStart, pos, ASSIGNMENT_NAME_START);
    let parts;
    let litBuf = "";
    let litStart = 0;
    let hasGlobs = false;
    let braceResults;
    if (bp) {
      parts = [];
      litBuf = text;
      litStart = fastStart;
      hasGlobs = text.length > 0 && hasGlobCharacters(text);
    }
    while (pos < len) {
      const ch = src.charCodeAt(pos);
      if (ch >= 128 || !charType[ch]) {
        const runStart = pos;
        pos++;
        while (pos < len) {
          const c = src.charCodeAt(pos);
          if (c < 128 && charType[c])
            break;
          pos++;
        }
        lastValueChar = src.charCodeAt(pos - 1);
        assignmentState = scanAssignmentPrefix(src, runStart, pos, assignmentState);
        if (bt) {
          const chunk = src.slice(runStart, pos);
          text += chunk;
          if (bp) {
            litBuf += chunk;
            hasGlobs = hasGlobs || hasGlobCharacters(chunk);
          }
        }
        continue;
      }
      if (charType[ch] & 1) {
        if (subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) {
          const close = this.findClosingBracket(pos);
          if (close !== -1) {
            const spanEnd = close + 1;
            assignmentState = assignmentState === ASSIGNMENT_INDEX_BASE + 1 ? ASSIGNMENT_AFTER_INDEX : assignmentState - 1;
            lastValueChar = src.charCodeAt(close);
            if (bt) {
              const chunk = src.slice(pos, spanEnd);
              text += chunk;
              if (bp) {
                litBuf += chunk;
                hasGlobs = hasGlobs || hasGlobCharacters(chunk);
              }
            }
            pos = spanEnd;
            continue;
          }
        }
        if (ch === CH_LPAREN && lastValueChar < 128 && extglobPrefix[lastValueChar]) {
          if (ctx === LexContext.FunctionName || assignmentState >= ASSIGNMENT_INDEX_BASE && (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix))
            break;
          if (ctx === LexContext.CommandStart && lastValueChar === CH_BANG && keywordEligible && src.charCodeAt(fastStart) === CH_BANG && skipLineContinuations(src, fastStart + 1, len) === pos)
            break;
          const prefixChar = lastValueChar;
          if (prefixChar === CH_EQ && scanning && !((ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration || ctx === LexContext.EvalArgument) && isMatchedAssignment(assignmentState) && skipLineContinuations(src, assignmentOperatorPos(assignmentState) + 1, len) === pos))
            break;
          const innerStart = pos + 1;
          const close = this.findClosingShellDelimiter(innerStart, len, CH_RPAREN, prefixChar === CH_EQ);
          if (close === -1 && !scanning && !subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE)
            break;
          if (ctx === LexContext.CommandStart && prefixChar !== CH_EQ && close !== -1 && skipBlanks(src, innerStart, close) === close)
            break;
          keywordEligible = false;
          const patternEnd = close === -1 ? len : close;
          pos = close === -1 ? len : close + 1;
          if (close === -1)
            this.errors.push({ message: "unterminated extended glob", pos: innerStart - 2 });
          lastValueChar = src.charCodeAt(pos - 1);
          if (bt) {
            const eg = "(" + src.slice(innerStart, pos);
            text += eg;
            if (bp && prefixChar !== CH_EQ) {
              let prefixPos = innerStart - 2;
              while (src.charCodeAt(prefixPos) === CH_NL && src.charCodeAt(prefixPos - 1) === CH_BACKSLASH) {
                prefixPos -= 2;
              }
              if (litBuf.length > 0) {
                const trimmed2 = litBuf.slice(0, -1);
                if (prefixPos > litStart)
                  parts.push({
                    type: "Literal",
                    pos: litStart,
                    end: prefixPos,
                    value: trimmed2,
                    text: src.slice(litStart, prefixPos)
                  });
                litBuf = "";
              }
              const op = extglobOp[prefixChar];
              parts.push({
                type: "ExtendedGlob",
                pos: prefixPos,
                end: pos,
                text: src.slice(prefixPos, pos),
                operator: op,
                pattern: src.slice(innerStart, patternEnd),
                parts: this.subFieldParts(innerStart, patternEnd)
              });
              litStart = pos;
            } else if (bp) {
              litBuf += eg;
              hasGlobs = hasGlobs || hasGlobCharacters(eg);
            }
          }
          continue;
        }
        break;
      }
      if (ch === CH_BACKSLASH) {
        pos++;
        if (pos < len) {
          if (src.charCodeAt(pos) === CH_NL) {
            pos++;
            valueIsRaw = false;
          } else {
            if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
              assignmentState = ASSIGNMENT_INVALID;
            quoted = true;
            keywordEligible = false;
            valueIsRaw = false;
            lastValueChar = src.charCodeAt(pos);
            if (bt) {
              text += src[pos];
              if (bp)
                litBuf += src[pos];
            }
            pos++;
          }
        } else {
          if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
            assignmentState = ASSIGNMENT_INVALID;
          quoted = true;
          keywordEligible = false;
          lastValueChar = CH_BACKSLASH;
          if (bt) {
            text += "\\";
            if (bp)
              litBuf += "\\";
          }
        }
        continue;
      }
      if (ch === CH_SQUOTE) {
        const sqStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        quoted = true;
        keywordEligible = false;
        valueIsRaw = false;
        pos++;
        const start = pos;
        while (pos < len && src.charCodeAt(pos) !== CH_SQUOTE)
          pos++;
        if (pos > start)
          lastValueChar = src.charCodeAt(pos - 1);
        const value = bt ? src.slice(start, pos) : "";
        if (bt)
          text += value;
        if (pos < len)
          pos++;
        else
          this.errors.push({ message: "unterminated single quote", pos: start - 1 });
        if (bp) {
          if (sqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: sqStart,
              value: litBuf,
              text: src.slice(litStart, sqStart)
            });
            litBuf = "";
          }
          parts.push({ type: "SingleQuoted", pos: sqStart, end: pos, value, text: src.slice(sqStart, pos) });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DQUOTE) {
        const dqStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        quoted = true;
        keywordEligible = false;
        valueIsRaw = false;
        pos++;
        this.pos = pos;
        this.readDoubleQuoted();
        pos = this.pos;
        if (this._dqEnd > dqStart + 1)
          lastValueChar = src.charCodeAt(this._dqEnd - 1);
        if (this._dqHasExpansions)
          hasExpansions = true;
        if (bt)
          text += this._dqText;
        if (bp) {
          if (dqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: dqStart,
              value: litBuf,
              text: src.slice(litStart, dqStart)
            });
            litBuf = "";
          }
          const dqText = src.slice(dqStart, pos);
          parts.push({
            type: "DoubleQuoted",
            pos: dqStart,
            end: pos,
            text: dqText,
            parts: this._dqParts ?? [
              {
                type: "Literal",
                pos: dqStart + 1,
                end: this._dqEnd,
                value: this._dqText,
                text: src.slice(dqStart + 1, this._dqEnd)
              }
            ]
          });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DOLLAR) {
        keywordEligible = false;
        const dollarStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
        if (next === CH_SQUOTE || next === CH_DQUOTE)
          quoted = true;
        this.pos = pos;
        this.readDollar();
        pos = this.pos;
        if (!this._resultIsRaw)
          valueIsRaw = false;
        if (pos > dollarStart)
          lastValueChar = src.charCodeAt(pos - 1);
        if (this._resultHasExpansion)
          hasExpansions = true;
        if (bt)
          text += this._resultText;
        if (bp) {
          if (this._resultPart) {
            if (dollarStart > litStart) {
              parts.push({
                type: "Literal",
                pos: litStart,
                end: dollarStart,
                value: litBuf,
                text: src.slice(litStart, dollarStart)
              });
              litBuf = "";
            }
            parts.push(this._resultPart);
            litStart = pos;
          } else {
            litBuf += this._resultText;
          }
        }
        continue;
      }
      if (ch === CH_BACKTICK) {
        keywordEligible = false;
        const btStart = pos;
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        this.pos = pos;
        this.readBacktickExpansion();
        pos = this.pos;
        valueIsRaw = false;
        lastValueChar = src.charCodeAt(pos - 1);
        hasExpansions = true;
        if (bt)
          text += this._resultText;
        if (bp) {
          if (btStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: btStart,
              value: litBuf,
              text: src.slice(litStart, btStart)
            });
            litBuf = "";
          }
          parts.push(this._resultPart);
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_LBRACE) {
        if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE)
          assignmentState = ASSIGNMENT_INVALID;
        const first = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
        const braceEnd = first <= CH_SPACE || first === CH_RBRACE ? -1 : this.scanBraceExpansion(pos, braceResults ?? (braceResults = /* @__PURE__ */ new Map()));
        if (braceEnd > 0) {
          keywordEligible = false;
          lastValueChar = src.charCodeAt(braceEnd - 1);
          if (bt) {
            const braceText = src.slice(pos, braceEnd);
            text += braceText;
            if (bp) {
              if (pos > litStart) {
                parts.push({
                  type: "Literal",
                  pos: litStart,
                  end: pos,
                  value: litBuf,
                  text: src.slice(litStart, pos)
                });
                litBuf = "";
              }
              parts.push({
                type: "BraceExpansion",
                pos,
                end: braceEnd,
                text: braceText,
                parts: this.subFieldParts(pos + 1, braceEnd - 1)
              });
              litStart = braceEnd;
            }
          }
          pos = braceEnd;
          continue;
        }
        lastValueChar = CH_LBRACE;
        if (bt) {
          text += "{";
          if (bp)
            litBuf += "{";
        }
        pos++;
        continue;
      }
      pos++;
    }
    if (bp && pos > litStart)
      parts.push({ type: "Literal", pos: litStart, end: pos, value: litBuf, text: src.slice(litStart, pos) });
    this.pos = pos;
    this._wordText = text;
    this._wordRaw = valueIsRaw;
    this._wordQuoted = quoted;
    this._wordHasExpansions = hasExpansions;
    this._wordKeywordEligible = keywordEligible;
    this._wordAssignmentState = assignmentState;
    if (bp) {
      this._wordParts = parts.length > 1 || parts.length === 1 && parts[0].type !== "Literal" ? parts : null;
      if (hasGlobs && ctx !== LexContext.ArrayElement)
        this._wordParts = parseGlobParts(src, fastStart, pos, this._wordParts) ?? null;
    }
  }
  // Arithmetic text gets expansions and quote removal but no process substitution.
  readInnerWordText(insideDoubleQuotes = false, arithmetic = false, globs = false) {
    const src = this.src;
    const len = this.srcEnd;
    let pos = this.pos;
    const start = pos;
    let text = "";
    const bp = this._buildParts;
    let parts;
    let litBuf = "";
    let litStart = 0;
    let preserveLiteral = false;
    let hasGlobs = false;
    if (bp) {
      parts = [];
      litStart = pos;
    }
    while (pos < len) {
      const ch = src.charCodeAt(pos);
      if (ch === CH_BACKSLASH) {
        pos++;
        if (pos < len) {
          if (src.charCodeAt(pos) === CH_NL) {
            pos++;
          } else {
            const next = src.charCodeAt(pos);
            if (insideDoubleQuotes && next !== CH_DOLLAR && next !== CH_BACKTICK && next !== CH_DQUOTE && next !== CH_BACKSLASH && next !== CH_RBRACE) {
              text += "\\";
              if (bp)
                litBuf += "\\";
              preserveLiteral = true;
            }
            const escaped = src[pos++];
            text += escaped;
            if (bp)
              litBuf += escaped;
          }
        }
        continue;
      }
      if (ch === CH_SQUOTE && !insideDoubleQuotes) {
        const sqStart = pos;
        pos++;
        const start2 = pos;
        while (pos < len && src.charCodeAt(pos) !== CH_SQUOTE)
          pos++;
        const value = src.slice(start2, pos);
        text += value;
        if (pos < len)
          pos++;
        if (bp) {
          if (sqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: sqStart,
              value: litBuf,
              text: src.slice(litStart, sqStart)
            });
            litBuf = "";
          }
          parts.push({ type: "SingleQuoted", pos: sqStart, end: pos, value, text: src.slice(sqStart, pos) });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DQUOTE) {
        const dqStart = pos;
        pos++;
        this.pos = pos;
        this.readDoubleQuoted(insideDoubleQuotes);
        pos = this.pos;
        text += this._dqText;
        if (bp) {
          if (dqStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: dqStart,
              value: litBuf,
              text: src.slice(litStart, dqStart)
            });
            litBuf = "";
          }
          const dqText = src.slice(dqStart, pos);
          parts.push({
            type: "DoubleQuoted",
            pos: dqStart,
            end: pos,
            text: dqText,
            parts: this._dqParts ?? [
              {
                type: "Literal",
                pos: dqStart + 1,
                end: this._dqEnd,
                value: this._dqText,
                text: src.slice(dqStart + 1, this._dqEnd)
              }
            ]
          });
          litStart = pos;
        }
        continue;
      }
      if (ch === CH_DOLLAR) {
        const dollarStart = pos;
        this.pos = pos;
        this.readDollar(insideDoubleQuotes);
        pos = this.pos;
        text += this._resultText;
        if (bp) {
          if (this._resultPart) {
            if (dollarStart > litStart) {
              parts.push({
                type: "Literal",
                pos: litStart,
                end: dollarStart,
                value: litBuf,
                text: src.slice(litStart, dollarStart)
              });
              litBuf = "";
            }
            parts.push(this._resultPart);
            litStart = pos;
          } else {
            litBuf += this._resultText;
          }
        }
        continue;
      }
      if (ch === CH_BACKTICK) {
        const btStart = pos;
        this.pos = pos;
        this.readBacktickExpansion(insideDoubleQuotes);
        pos = this.pos;
        text += this._resultText;
        if (bp) {
          if (btStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: btStart,
              value: litBuf,
              text: src.slice(litStart, btStart)
            });
            litBuf = "";
          }
          parts.push(this._resultPart);
          litStart = pos;
        }
        continue;
      }
      if (!insideDoubleQuotes && !arithmetic && (ch === CH_LT || ch === CH_GT) && pos + 1 < len && src.charCodeAt(pos + 1) === CH_LPAREN) {
        const psStart = pos;
        this.pos = pos + 2;
        const inner = this.extractBalanced();
        pos = this.pos;
        const raw = src.slice(psStart, pos);
        text += raw;
        if (bp) {
          if (psStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: psStart,
              value: litBuf,
              text: src.slice(litStart, psStart)
            });
            litBuf = "";
          }
          parts.push(this.processSubstitution(psStart, raw, ch === CH_LT ? "<" : ">", inner));
          litStart = pos;
        }
        continue;
      }
      text += src[pos];
      if (bp) {
        litBuf += src[pos];
        if (globs && (ch === CH_STAR || ch === CH_QUESTION || ch === CH_LBRACKET))
          hasGlobs = true;
      }
      pos++;
    }
    if (bp && pos > litStart)
      parts.push({ type: "Literal", pos: litStart, end: pos, value: litBuf, text: src.slice(litStart, pos) });
    this.pos = pos;
    this._wordText = text;
    this._wordRaw = false;
    this._wordQuoted = false;
    this._wordHasExpansions = false;
    this._wordKeywordEligible = false;
    if (bp) {
      this._wordParts = parts.length > 1 || parts.length === 1 && (parts[0].type !== "Literal" || preserveLiteral) ? parts : null;
      if (hasGlobs)
        this._wordParts = parseGlobParts(src, start, pos, this._wordParts) ?? null;
    }
  }
  subFieldParts(start, end) {
    if (this._nestingDepth >= MAX_SYNTAX_NESTING)
      return void 0;
    return hasEmbeddedWordStructure(this.src, start, end) ? this.parseSubFieldWord(start, end).parts : parseGlobParts(this.src, start, end, void 0);
  }
  // Parse a parameter-expansion sub-field (operand, slice bound, replacement pattern) over
  // the window [start, end) of the original source. Parsing in place — rather than against a
  // detached slice — gives the word and any nested substitutions absolute offsets, and
  // composes through nested ${...}. The `${...}` inner is a verbatim substring of the
  // source, so every sub-field offset maps straight back.
  parseSubFieldWord(start, end, context = "word", arithmetic = false) {
    if (start >= end)
      return new WordImpl("", start, start);
    if (this._nestingDepth >= MAX_SYNTAX_NESTING)
      return new WordImpl(this.src.slice(start, end), start, end);
    this._nestingDepth++;
    const savedEnd = this.srcEnd;
    const savedBracketWindow = this._bracketWindow;
    const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
    const savedPos = this.pos;
    const savedText = this._wordText;
    const savedParts = this._wordParts;
    const savedQuoted = this._wordQuoted;
    const savedKeywordEligible = this._wordKeywordEligible;
    this.srcEnd = end;
    this.pos = start;
    this.readInnerWordText(context === "quoted", arithmetic, context === "word");
    const word = new WordImpl(this.src.slice(start, end), start, end);
    if (this._buildParts) {
      word.parts = this._wordParts ?? void 0;
    }
    this.srcEnd = savedEnd;
    this._bracketWindow = savedBracketWindow;
    this._arithmeticBracketWindow = savedArithmeticBracketWindow;
    this.pos = savedPos;
    this._wordText = savedText;
    this._wordParts = savedParts;
    this._wordQuoted = savedQuoted;
    this._wordKeywordEligible = savedKeywordEligible;
    this._nestingDepth--;
    return word;
  }
  skipSQ() {
    while (this.pos < this.srcEnd && this.src.charCodeAt(this.pos) !== CH_SQUOTE)
      this.pos++;
    if (this.pos < this.srcEnd)
      this.pos++;
  }
  skipAnsiCQuoted() {
    const quotePos = this.pos - 1;
    const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
    this.pos = result.end;
    if (!result.closed)
      this.errors.push({ message: "unterminated ANSI-C quote", pos: quotePos });
  }
  // Plain quoted text is skipped here; the first `$(`, `${`, `$$`, backtick or the end of input
  // hands the rest to the quote scanner, which owns substitution and nesting-limit decisions.
  skipDQ() {
    const src = this.src;
    const len = this.srcEnd;
    this._unbalanced = false;
    if (this._nestingDepth < MAX_SYNTAX_NESTING) {
      while (this.pos < len) {
        const ch = src.charCodeAt(this.pos);
        if (ch === CH_DQUOTE) {
          this.pos++;
          return;
        }
        if (ch === CH_BACKSLASH) {
          this.pos = Math.min(this.pos + 2, len);
          continue;
        }
        if (ch === CH_BACKTICK)
          break;
        if (ch === CH_DOLLAR) {
          const next = src.charCodeAt(this.pos + 1);
          if (next === CH_LPAREN || next === CH_LBRACE || next === CH_DOLLAR)
            break;
        }
        this.pos++;
      }
    }
    this.extractBalanced(true, true);
  }
  skipSpacesAndTabs() {
    this.pos = skipBlanks(this.src, this.pos, this.srcEnd);
  }
  readDoubleQuoted(unescapeAll = false) {
    const src = this.src;
    const len = this.srcEnd;
    const contentStart = this.pos;
    let hasExpansions = false;
    const bp = this._buildParts;
    const bt = bp || this._buildValue;
    if (!bp) {
      let p = this.pos;
      while (p < len) {
        const c = src.charCodeAt(p);
        if (c === CH_DQUOTE) {
          this._dqText = bt ? src.slice(contentStart, p) : "";
          this._dqEnd = p;
          this.pos = p + 1;
          this._dqHasExpansions = false;
          this._dqParts = null;
          return;
        }
        if (c === CH_DOLLAR || c === CH_BACKTICK || c === CH_BACKSLASH)
          break;
        p++;
      }
    }
    let text = "";
    let parts = null;
    let litBuf = "";
    let litStart = bp ? this.pos : 0;
    while (this.pos < len && src.charCodeAt(this.pos) !== CH_DQUOTE) {
      const runStart = this.pos;
      while (this.pos < len) {
        const c = src.charCodeAt(this.pos);
        if (c === CH_DQUOTE || c === CH_BACKSLASH || c === CH_DOLLAR || c === CH_BACKTICK)
          break;
        this.pos++;
      }
      if (bt && this.pos > runStart) {
        const chunk = src.slice(runStart, this.pos);
        text += chunk;
        if (bp)
          litBuf += chunk;
      }
      if (this.pos >= len || src.charCodeAt(this.pos) === CH_DQUOTE)
        break;
      const ch = src.charCodeAt(this.pos);
      if (ch === CH_BACKSLASH) {
        this.pos++;
        if (this.pos < len) {
          const next = src.charCodeAt(this.pos);
          if (next === CH_NL) {
            this.pos++;
            continue;
          }
          if (bt) {
            if (unescapeAll || next === CH_DOLLAR || next === CH_BACKTICK || next === CH_DQUOTE || next === CH_BACKSLASH) {
              const c = src[this.pos];
              text += c;
              if (bp)
                litBuf += c;
            } else {
              const pair = "\\" + src[this.pos];
              text += pair;
              if (bp)
                litBuf += pair;
            }
          }
          this.pos++;
        }
        continue;
      }
      if (ch === CH_DOLLAR) {
        const afterDollar = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
        if (afterDollar === CH_DQUOTE || afterDollar === CH_SQUOTE) {
          if (bt) {
            text += "$";
            if (bp)
              litBuf += "$";
          }
          this.pos++;
          continue;
        }
        const expStart = this.pos;
        this.readDollar(true);
        if (bt)
          text += this._resultText;
        if (this._resultHasExpansion)
          hasExpansions = true;
        if (bp) {
          const rp = this._resultPart;
          if (rp && isDQChild(rp)) {
            if (!parts)
              parts = [];
            if (expStart > litStart) {
              parts.push({
                type: "Literal",
                pos: litStart,
                end: expStart,
                value: litBuf,
                text: src.slice(litStart, expStart)
              });
              litBuf = "";
            }
            parts.push(rp);
            litStart = this.pos;
          } else {
            litBuf += this._resultText;
          }
        }
        continue;
      }
      if (ch === CH_BACKTICK) {
        const btStart = this.pos;
        this.readBacktickExpansion(true);
        if (bt)
          text += this._resultText;
        hasExpansions = true;
        if (bp && this._resultPart && isDQChild(this._resultPart)) {
          if (!parts)
            parts = [];
          if (btStart > litStart) {
            parts.push({
              type: "Literal",
              pos: litStart,
              end: btStart,
              value: litBuf,
              text: src.slice(litStart, btStart)
            });
            litBuf = "";
          }
          parts.push(this._resultPart);
          litStart = this.pos;
        }
        continue;
      }
    }
    if (bp && parts && this.pos > litStart)
      parts.push({ type: "Literal", pos: litStart, end: this.pos, value: litBuf, text: src.slice(litStart, this.pos) });
    this._dqEnd = this.pos;
    if (this.pos < len)
      this.pos++;
    else
      this.errors.push({ message: "unterminated double quote", pos: contentStart - 1 });
    this._dqText = text;
    this._dqHasExpansions = hasExpansions;
    this._dqParts = parts;
  }
  readDollar(insideDoubleQuotes = false) {
    const dollarPos = this.pos;
    this.pos++;
    const src = this.src;
    const len = this.srcEnd;
    const bt = this._buildParts || this._buildValue;
    if (this.pos >= len) {
      this._resultText = "$";
      this._resultIsRaw = true;
      this._resultHasExpansion = false;
      this._resultPart = void 0;
      return;
    }
    const logicalPos = skipLineContinuations(src, this.pos, len);
    if (logicalPos > this.pos && src.charCodeAt(logicalPos) === CH_LPAREN && src.charCodeAt(logicalPos + 1) !== CH_LPAREN)
      this.pos = logicalPos;
    const ch = src.charCodeAt(this.pos);
    if (ch === CH_LPAREN) {
      if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        const savedPos = this.pos;
        const savedErrors = this.errors.length;
        this.readArithmeticExpansion(dollarPos);
        if (!this._notArithmetic)
          return;
        this.errors.length = savedErrors;
        this.pos = savedPos;
      }
      this.readCommandSubstitution(dollarPos);
      return;
    }
    if (ch === CH_LBRACE) {
      const after = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
      if (after === CH_SPACE || after === CH_TAB || after === CH_NL) {
        this.readBraceCommandSubstitution();
        return;
      }
      if (after === CH_PIPE) {
        this.readValueSubstitution();
        return;
      }
      this.readParameterExpansion(insideDoubleQuotes);
      return;
    }
    if (ch === CH_SQUOTE) {
      this.pos++;
      if (bt) {
        const value = this.readAnsiCQuoted();
        this._resultText = value;
        this._resultPart = this._buildParts ? { type: "AnsiCQuoted", pos: dollarPos, end: this.pos, text: src.slice(dollarPos, this.pos), value } : void 0;
      } else {
        this.skipAnsiCQuoted();
        this._resultText = "";
        this._resultPart = void 0;
      }
      this._resultIsRaw = false;
      this._resultHasExpansion = false;
      return;
    }
    if (ch === CH_DQUOTE) {
      this.pos++;
      this.readDoubleQuoted(insideDoubleQuotes);
      this._resultText = this._dqText;
      this._resultIsRaw = false;
      this._resultHasExpansion = this._dqHasExpansions;
      if (this._buildParts) {
        const text = src.slice(dollarPos, this.pos);
        this._resultPart = {
          type: "LocaleString",
          pos: dollarPos,
          end: this.pos,
          text,
          parts: this._dqParts ?? [
            {
              type: "Literal",
              pos: dollarPos + 2,
              end: this._dqEnd,
              value: this._dqText,
              text: src.slice(dollarPos + 2, this._dqEnd)
            }
          ]
        };
      } else {
        this._resultPart = void 0;
      }
      return;
    }
    if (ch === CH_AT || ch === CH_STAR || ch === CH_HASH || ch === CH_QUESTION || ch === CH_DASH || ch === CH_DOLLAR || ch === CH_BANG || ch >= CH_0 && ch <= CH_9) {
      this.pos++;
      const text = bt ? src.slice(this.pos - 2, this.pos) : "";
      this._resultText = text;
      this._resultIsRaw = true;
      this._resultHasExpansion = false;
      this._resultPart = this._buildParts ? { type: "SimpleExpansion", pos: dollarPos, end: this.pos, text } : void 0;
      return;
    }
    if (ch < 128 && isIdChar[ch] & 1) {
      const namePos = this.pos - 1;
      while (this.pos < len) {
        const c = src.charCodeAt(this.pos);
        if (c < 128 && isIdChar[c] & 2)
          this.pos++;
        else
          break;
      }
      const text = bt ? src.slice(namePos, this.pos) : "";
      this._resultText = text;
      this._resultIsRaw = true;
      this._resultHasExpansion = false;
      this._resultPart = this._buildParts ? { type: "SimpleExpansion", pos: dollarPos, end: this.pos, text } : void 0;
      return;
    }
    if (ch === CH_LBRACKET) {
      const errorCount = this._errors === null ? 0 : this._errors.length;
      const close = this.findClosingArithmeticBracket(this.pos + 1);
      if (close !== -1) {
        const bodyStart = this.pos + 1;
        const body = src.slice(bodyStart, close);
        this.pos = close + 1;
        const text = bt ? src.slice(dollarPos, this.pos) : "";
        this._resultText = text;
        this._resultIsRaw = true;
        this._resultHasExpansion = false;
        this._resultPart = this._buildParts ? this.arithmeticExpansion(bodyStart - 2, text, body, bodyStart) : void 0;
        return;
      }
      if (this._errors !== null)
        this._errors.length = errorCount;
    }
    this._resultText = "$";
    this._resultIsRaw = true;
    this._resultHasExpansion = false;
    this._resultPart = void 0;
  }
  scanArithmeticBody() {
    this._notArithmetic = false;
    this._arithUnterminated = false;
    this.pos += 2;
    let depth = 1;
    let parenDepth = 0;
    let parentParenDepth = 0;
    let parenDepths;
    let reported = false;
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    while (this.pos < len && depth > 0) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_BACKSLASH) {
        this.pos += this.pos + 1 < len ? 2 : 1;
      } else if (c === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
      } else if (c === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
      } else if (c === CH_BACKTICK) {
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
      } else if (c === CH_DOLLAR && this.pos + 2 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN && src.charCodeAt(this.pos + 2) !== CH_LPAREN) {
        const dollarPos = this.pos;
        this.pos += 2;
        this.extractBalanced();
        if (this._unbalanced)
          this.errors.push({ message: "unterminated command substitution", pos: dollarPos });
      } else if (c === CH_DOLLAR && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LBRACE) {
        const close = this.findClosingBrace(this.pos + 2, len);
        this.pos = close === -1 ? len : close + 1;
      } else if ((c === CH_LT || c === CH_GT) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
        this.pos += 2;
        this.extractBalanced();
      } else if (c === CH_LPAREN) {
        if (src.charCodeAt(this.pos - 1) === CH_DOLLAR && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
          if (depth === 1)
            parentParenDepth = parenDepth;
          else
            (parenDepths ?? (parenDepths = [])).push(parenDepth);
          depth++;
          parenDepth = 0;
          if (depth + this._nestingDepth > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum arithmetic expansion nesting depth exceeded", pos: this.pos - 1 });
            reported = true;
          }
          this.pos += 2;
        } else {
          if (++parenDepth + depth - 1 + this._nestingDepth > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum arithmetic expression nesting depth exceeded", pos: this.pos });
            reported = true;
          }
          this.pos++;
        }
      } else if (c === CH_RPAREN && parenDepth > 0) {
        parenDepth--;
        this.pos++;
      } else if (c === CH_RPAREN && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_RPAREN) {
        if (--depth === 0) {
          this.pos += 2;
          break;
        }
        parenDepth = depth === 1 ? parentParenDepth : parenDepths.pop();
        this.pos += 2;
      } else if (c === CH_RPAREN && depth === 1) {
        this._notArithmetic = true;
        return "";
      } else {
        this.pos++;
      }
    }
    const bt = this._buildParts || this._buildValue;
    if (depth > 0) {
      this._arithUnterminated = true;
      return bt ? src.slice(start, this.pos) : "";
    }
    return bt ? src.slice(start, this.pos - 2) : "";
  }
  readArithmeticExpansion(dollarPos) {
    const bodyStart = this.pos + 2;
    const body = this.scanArithmeticBody();
    if (this._notArithmetic)
      return;
    if (this._arithUnterminated)
      this.errors.push({ message: "unterminated arithmetic expansion", pos: dollarPos });
    const text = this._buildParts || this._buildValue ? this.src.slice(dollarPos, this.pos) : "";
    this._resultText = text;
    this._resultIsRaw = true;
    this._resultHasExpansion = false;
    this._resultPart = this._buildParts ? this.arithmeticExpansion(dollarPos, text, body, bodyStart) : void 0;
  }
  arithmeticExpansion(pos, text, body, bodyStart) {
    return new ArithmeticExpansionImpl(pos, this.pos, text, {
      source: this.src,
      body,
      offset: bodyStart,
      depth: this._nestingDepth,
      context: this.substitutionContext
    });
  }
  readArithmeticCommand(out, tokenStart) {
    const savedBuildValue = this._buildValue;
    this._buildValue = true;
    const body = this.scanArithmeticBody();
    this._buildValue = savedBuildValue;
    if (this._arithUnterminated)
      this.errors.push({ message: "unterminated arithmetic command", pos: tokenStart });
    setToken(out, Token.ArithCmd, body, tokenStart, this.pos);
  }
  readCommandSubstitution(dollarPos) {
    const openPos = this.pos;
    this.pos++;
    const inner = this.extractBalanced();
    if (this._unbalanced)
      this.errors.push({ message: "unterminated command substitution", pos: dollarPos });
    const bt = this._buildParts || this._buildValue;
    const rawText = bt ? this.src.slice(dollarPos, this.pos) : "";
    const text = !bt || openPos === dollarPos + 1 ? rawText : "$" + this.src.slice(openPos, this.pos);
    this._resultText = text;
    this._resultIsRaw = openPos === dollarPos + 1;
    this._resultHasExpansion = true;
    if (this._buildParts) {
      this._resultPart = this.commandExpansion(dollarPos, rawText, openPos + 1, inner, !this._unbalanced);
    } else {
      this._resultPart = void 0;
    }
  }
  readBraceCommandSubstitution() {
    this.readBraceSubstitution(1);
  }
  readValueSubstitution() {
    this.readBraceSubstitution(2);
  }
  readBraceSubstitution(skip) {
    const dollarPos = this.pos - 1;
    this.pos += skip;
    const src = this.src;
    const len = this.srcEnd;
    let depth = 1;
    const start = this.pos;
    while (this.pos < len) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_LBRACE)
        depth++;
      else if (c === CH_RBRACE) {
        if (--depth === 0) {
          this.pos++;
          break;
        }
      } else if (c === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
        continue;
      } else if (c === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
        continue;
      } else if (c === CH_BACKSLASH)
        this.pos++;
      this.pos++;
    }
    this._resultIsRaw = true;
    this._resultHasExpansion = true;
    if (this._buildParts || this._buildValue) {
      const rawInner = src.slice(start, this.pos - 1);
      const inner = rawInner.trim();
      const text = src.slice(dollarPos, this.pos);
      this._resultText = text;
      if (this._buildParts) {
        const innerStart = start + (rawInner.length - rawInner.trimStart().length);
        this._resultPart = this.commandExpansion(dollarPos, text, innerStart, inner);
      } else {
        this._resultPart = void 0;
      }
    } else {
      this._resultText = "";
      this._resultPart = void 0;
    }
  }
  readBacktickExpansion(insideDoubleQuotes = false) {
    this.pos++;
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    if (!this._buildParts && !this._buildValue) {
      while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
        if (src.charCodeAt(this.pos) === CH_BACKSLASH && this.pos + 1 < len)
          this.pos++;
        this.pos++;
      }
      if (this.pos < len)
        this.pos++;
      else
        this.errors.push({ message: "unterminated backtick", pos: start - 1 });
      this._resultText = "";
      this._resultIsRaw = false;
      this._resultHasExpansion = true;
      this._resultPart = void 0;
      return;
    }
    let inner = "";
    let hasEscapes = false;
    while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
      if (src.charCodeAt(this.pos) === CH_BACKSLASH) {
        hasEscapes = true;
        break;
      }
      this.pos++;
    }
    if (!hasEscapes) {
      inner = src.slice(start, this.pos);
    } else {
      inner = src.slice(start, this.pos);
      while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
        if (src.charCodeAt(this.pos) === CH_BACKSLASH) {
          this.pos++;
          if (this.pos < len) {
            const c = src.charCodeAt(this.pos);
            if (c === CH_DOLLAR || c === CH_BACKTICK || c === CH_BACKSLASH || insideDoubleQuotes && c === CH_DQUOTE) {
              inner += src[this.pos];
            } else {
              inner += "\\" + src[this.pos];
            }
            this.pos++;
          }
        } else {
          const runStart = this.pos;
          while (this.pos < len) {
            const c = src.charCodeAt(this.pos);
            if (c === CH_BACKTICK || c === CH_BACKSLASH)
              break;
            this.pos++;
          }
          inner += src.slice(runStart, this.pos);
        }
      }
    }
    if (this.pos < len)
      this.pos++;
    else
      this.errors.push({ message: "unterminated backtick", pos: start - 1 });
    const text = src.slice(start - 1, this.pos);
    this._resultText = inner;
    this._resultHasExpansion = true;
    if (this._buildParts) {
      this._resultPart = hasEscapes ? this.decodedCommandExpansion(start - 1, text, inner) : this.commandExpansion(start - 1, text, start, inner);
    } else {
      this._resultPart = void 0;
    }
  }
  readParameterExpansion(insideDoubleQuotes) {
    const src = this.src;
    const len = this.srcEnd;
    const start = this.pos;
    this.pos++;
    let depth = 1;
    let reported = false;
    while (this.pos < len && depth > 0) {
      const ch = src.charCodeAt(this.pos);
      if (ch === CH_DOLLAR) {
        const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
        if (next === CH_LBRACE) {
          depth++;
          if (this._nestingDepth + depth > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum parameter expansion nesting depth exceeded", pos: this.pos });
            reported = true;
          }
          this.pos += 2;
          continue;
        }
        if (next === CH_DOLLAR) {
          this.pos += 2;
          continue;
        }
        if (next === CH_LPAREN) {
          const dollarPos = this.pos;
          this.pos += 2;
          this.extractBalanced();
          if (this._unbalanced)
            this.errors.push({ message: "unterminated command substitution", pos: dollarPos });
          continue;
        }
      } else if (ch === CH_BACKTICK) {
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        continue;
      } else if (ch === CH_RBRACE) {
        if (--depth === 0) {
          this.pos++;
          break;
        }
      } else if (ch === CH_BACKSLASH) {
        if (this.pos + 1 < len)
          this.pos++;
      } else if (ch === CH_SQUOTE) {
        this.pos++;
        if (this.pos > start + 1 && src.charCodeAt(this.pos - 2) === CH_DOLLAR)
          this.skipAnsiCQuoted();
        else
          this.skipSQ();
        continue;
      } else if (ch === CH_DQUOTE) {
        this.pos++;
        this.skipDQ();
        continue;
      }
      this.pos++;
    }
    const closed = depth === 0;
    if (!closed)
      this.errors.push({ message: "unterminated parameter expansion", pos: start - 1 });
    const text = this._buildParts || this._buildValue ? src.slice(start - 1, this.pos) : "";
    this._resultText = text;
    this._resultIsRaw = true;
    this._resultHasExpansion = false;
    if (this._buildParts) {
      const inner = src.slice(start + 1, closed ? this.pos - 1 : this.pos);
      this._resultPart = this.parseParamInner(text, inner, start + 1, insideDoubleQuotes);
    } else {
      this._resultPart = void 0;
    }
  }
  // `innerStart` is the absolute offset of `inner` in the original source, so each sub-field
  // word is parsed in place at its true position. `sub(a, b)` maps inner-relative offsets to
  // that absolute window.
  parseParamInner(text, inner, innerStart, insideDoubleQuotes) {
    const result = {
      type: "ParameterExpansion",
      pos: innerStart - 2,
      end: this.pos,
      text,
      parameter: "",
      parameterPos: innerStart,
      parameterEnd: innerStart,
      prefix: void 0,
      index: void 0,
      operation: void 0
    };
    const ilen = inner.length;
    if (ilen === 0)
      return result;
    const sub = (a, b, context = "word") => this.parseSubFieldWord(innerStart + a, innerStart + b, context);
    const closeBracket = (start) => {
      const close = this.findClosingBracket(innerStart + start, innerStart + ilen);
      return close === -1 ? -1 : close - innerStart;
    };
    let i = 0;
    if (ilen > 1 && inner.charCodeAt(0) === CH_BANG) {
      result.prefix = "!";
      i = 1;
    }
    if (ilen > 1 && inner.charCodeAt(0) === CH_HASH) {
      const nameEnd = this.scanParamName(inner, 1);
      let parameterEnd = nameEnd;
      let indexEnd = -1;
      if (parameterEnd < ilen && inner.charCodeAt(parameterEnd) === CH_LBRACKET) {
        indexEnd = closeBracket(parameterEnd + 1);
        if (indexEnd !== -1)
          parameterEnd = indexEnd + 1;
      }
      if (nameEnd > 1 && parameterEnd === ilen) {
        result.prefix = "#";
        result.parameter = inner.slice(1, nameEnd);
        result.parameterPos = innerStart + 1;
        result.parameterEnd = innerStart + nameEnd;
        if (indexEnd !== -1)
          result.index = sub(nameEnd + 1, indexEnd, "embedded");
        return result;
      }
    }
    const nameStart = i;
    i = this.scanParamName(inner, i);
    result.parameter = inner.slice(nameStart, i);
    result.parameterPos = innerStart + nameStart;
    result.parameterEnd = innerStart + i;
    if (i < ilen && inner.charCodeAt(i) === CH_LBRACKET) {
      const closeB = closeBracket(i + 1);
      if (closeB !== -1) {
        result.index = sub(i + 1, closeB, "embedded");
        i = closeB + 1;
      }
    }
    if (i >= ilen)
      return result;
    const pos = innerStart + i;
    const end = innerStart + ilen;
    const opChar = inner.charCodeAt(i);
    const nextChar = inner.charCodeAt(i + 1);
    const defaultChar = inner[opChar === CH_COLON ? i + 1 : i];
    if (defaultChar === "-" || defaultChar === "=" || defaultChar === "+" || defaultChar === "?") {
      const operandStart = i + (opChar === CH_COLON ? 2 : 1);
      result.operation = {
        type: "Default",
        pos,
        end,
        operatorEnd: innerStart + operandStart,
        operator: opChar === CH_COLON ? `:${defaultChar}` : defaultChar,
        operand: sub(operandStart, ilen, insideDoubleQuotes ? "quoted" : "word")
      };
      return result;
    }
    if (opChar === CH_COLON) {
      i++;
      const sliceStart = innerStart + i;
      const colonIdx = findUnnested(inner.slice(i), CH_COLON, true, (index, quoted) => {
        return this.findNestedShellEnd(sliceStart + index, end, quoted) - sliceStart;
      });
      result.operation = {
        type: "Slice",
        pos,
        end,
        operatorEnd: sliceStart,
        operator: ":",
        offset: sub(i, colonIdx === -1 ? ilen : i + colonIdx, "embedded"),
        length: colonIdx === -1 ? void 0 : sub(i + colonIdx + 1, ilen, "embedded")
      };
      return result;
    }
    if (opChar === CH_HASH || opChar === CH_PERCENT) {
      const doubled = nextChar === opChar;
      const operator = opChar === CH_HASH ? doubled ? "##" : "#" : doubled ? "%%" : "%";
      const operandStart = i + (doubled ? 2 : 1);
      result.operation = {
        type: "Remove",
        pos,
        end,
        operatorEnd: innerStart + operandStart,
        operator,
        operand: sub(operandStart, ilen)
      };
      return result;
    }
    if (opChar === CH_SLASH) {
      i++;
      let operator = "/";
      if (nextChar === CH_SLASH || nextChar === CH_HASH || nextChar === CH_PERCENT) {
        operator = nextChar === CH_SLASH ? "//" : nextChar === CH_HASH ? "/#" : "/%";
        i++;
      }
      let separatorStart = i;
      if (nextChar === CH_SLASH) {
        separatorStart = skipLineContinuations(inner, i, ilen);
        if (inner.charCodeAt(separatorStart) === CH_SLASH)
          separatorStart++;
      }
      const sepIdx = findUnnested(inner.slice(separatorStart), CH_SLASH);
      const patternEnd = sepIdx === -1 ? ilen : separatorStart + sepIdx;
      result.operation = {
        type: "Replace",
        pos,
        end,
        operatorEnd: innerStart + i,
        operator,
        pattern: sub(i, patternEnd),
        replacement: sub(sepIdx === -1 ? ilen : patternEnd + 1, ilen)
      };
      return result;
    }
    if (opChar === CH_CARET || opChar === CH_COMMA) {
      const doubled = nextChar === opChar;
      const operator = opChar === CH_CARET ? doubled ? "^^" : "^" : doubled ? ",," : ",";
      const operandStart = i + (doubled ? 2 : 1);
      result.operation = {
        type: "CaseModification",
        pos,
        end,
        operatorEnd: innerStart + operandStart,
        operator,
        operand: operandStart === ilen ? void 0 : sub(operandStart, ilen)
      };
      return result;
    }
    if (result.prefix === "!" && result.index === void 0 && i + 1 === ilen && (opChar === CH_AT || opChar === CH_STAR)) {
      result.operation = { type: "Names", pos, end, operatorEnd: end, operator: opChar === CH_AT ? "@" : "*" };
      return result;
    }
    if (opChar === CH_AT) {
      result.operation = {
        type: "Transform",
        pos,
        end,
        operatorEnd: pos + 1,
        operator: "@",
        operand: sub(i + 1, ilen)
      };
      return result;
    }
    result.operation = { type: "Unknown", pos, end, operatorEnd: end, operator: inner.slice(i) };
    return result;
  }
  findNestedShellEnd(start, end, quoted) {
    const ch = this.src.charCodeAt(start);
    if (ch === CH_BACKTICK) {
      let pos = start + 1;
      while (pos < end) {
        const current = this.src.charCodeAt(pos);
        if (current === CH_BACKSLASH) {
          pos += 2;
          continue;
        }
        pos++;
        if (current === CH_BACKTICK)
          return pos;
      }
      return end;
    }
    let close;
    if (ch === CH_DOLLAR) {
      const next = start + 1;
      if (next < end && this.src.charCodeAt(next) === CH_LBRACE) {
        close = this.findClosingBrace(next + 1, end);
      } else {
        const open = skipLineContinuations(this.src, next, end);
        if (open >= end || this.src.charCodeAt(open) !== CH_LPAREN)
          return start;
        close = this.findClosingParenthesis(open + 1, end);
      }
    } else {
      const open = start + 1;
      if (quoted || ch !== CH_LT && ch !== CH_GT || open >= end || this.src.charCodeAt(open) !== CH_LPAREN) {
        return start;
      }
      close = this.findClosingParenthesis(open + 1, end);
    }
    return close === -1 ? end : close + 1;
  }
  scanParamName(s, start) {
    let i = start;
    if (i >= s.length)
      return i;
    const c = s.charCodeAt(i);
    if (c === CH_AT || c === CH_STAR || c === CH_HASH || c === CH_QUESTION || c === CH_DASH || c === CH_DOLLAR || c === CH_BANG) {
      return i + 1;
    }
    if (c >= CH_0 && c <= CH_9) {
      while (i < s.length && s.charCodeAt(i) >= CH_0 && s.charCodeAt(i) <= CH_9)
        i++;
      return i;
    }
    if (c >= CH_a && c <= CH_z || c >= CH_A && c <= CH_Z || c === CH_UNDERSCORE) {
      i++;
      while (i < s.length) {
        const ch = s.charCodeAt(i);
        if (ch >= CH_a && ch <= CH_z || ch >= CH_A && ch <= CH_Z || ch >= CH_0 && ch <= CH_9 || ch === CH_UNDERSCORE)
          i++;
        else
          break;
      }
    }
    return i;
  }
  readAnsiCQuoted() {
    const quotePos = this.pos - 1;
    const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
    this.pos = result.end;
    if (!result.closed)
      this.errors.push({ message: "unterminated ANSI-C quote", pos: quotePos });
    return result.value;
  }
  // Quotes resume when a nested substitution returns to their parenthesis depth.
  extractBalanced(useGrammar = true, quoteOnly = false) {
    const src = this.src;
    const len = this.srcEnd;
    const bt = this._buildParts || this._buildValue;
    let depth = quoteOnly ? 0 : 1;
    const start = this.pos;
    this._unbalanced = false;
    const knownEnd2 = useGrammar && !quoteOnly ? this.substitutionContext.boundaries?.get(start) : void 0;
    if (knownEnd2 !== void 0 && knownEnd2 <= len && this._nestingDepth < MAX_SYNTAX_NESTING) {
      this.pos = knownEnd2;
      return bt ? src.slice(start, knownEnd2 - 1) : "";
    }
    let wordStart = true;
    while (!quoteOnly && this.pos < len) {
      const c = src.charCodeAt(this.pos);
      if (c === CH_RPAREN) {
        const result = bt ? src.slice(start, this.pos) : "";
        this.pos++;
        return result;
      } else if (c === CH_LPAREN || c === CH_BACKSLASH || c === CH_SQUOTE || c === CH_DQUOTE || c === CH_BACKTICK || c === CH_DOLLAR && (src.charCodeAt(this.pos + 1) === CH_SQUOTE || src.charCodeAt(this.pos + 1) === CH_DOLLAR || src.charCodeAt(this.pos + 1) === CH_LBRACE)) {
        break;
      } else if (c === CH_LT && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LT) {
        break;
      } else if (c === CH_HASH && wordStart) {
        break;
      } else if (c === 99 && wordStart && this.pos + 3 < len && src.charCodeAt(this.pos + 1) === 97 && src.charCodeAt(this.pos + 2) === 115 && src.charCodeAt(this.pos + 3) === 101 && (this.pos + 4 >= len || src.charCodeAt(this.pos + 4) < 128 && charType[src.charCodeAt(this.pos + 4)] & 1)) {
        break;
      } else {
        wordStart = c < 128 && (charType[c] & 1) !== 0;
        this.pos++;
      }
    }
    let caseDepth = 0;
    let caseParens = 0;
    const wordStartAfterParen = [];
    let pendingDelims = null;
    let scripts;
    let arithBase = -1;
    let arithExtent = start >= 2 && src.charCodeAt(start) === CH_LPAREN && src.charCodeAt(start - 1) === CH_LPAREN && src.charCodeAt(start - 2) === CH_DOLLAR;
    let substitutions = 0;
    let reported = false;
    const quotes = quoteOnly ? [{ close: CH_DQUOTE, depth: 0 }] : [];
    let quotedDepth = quoteOnly ? 1 : 0;
    let parameterDepth = 0;
    let arithmeticOpens;
    let continuedDollarPos = -1;
    let continuedParenPos = -1;
    let escapedEnd = -1;
    let lastParenEnd = -1;
    let checkedGrammar = false;
    while (this.pos < len && (depth > 0 || quotes.length > 0)) {
      let ch = src.charCodeAt(this.pos);
      const quote = quotes.length === 0 ? void 0 : quotes[quotes.length - 1];
      if (quote !== void 0 && quote.depth === depth) {
        let commandOpen = false;
        if (ch === CH_BACKSLASH) {
          this.pos = Math.min(this.pos + 2, len);
          continue;
        }
        if (ch === quote.close) {
          quotes.pop();
          if (ch === CH_DQUOTE)
            quotedDepth--;
          else
            parameterDepth--;
          this.pos++;
          if (quoteOnly && depth === 0 && quotes.length === 0)
            return "";
          continue;
        }
        if (ch === CH_DQUOTE) {
          quotes.push({ close: CH_DQUOTE, depth });
          quotedDepth++;
        } else if (ch === CH_SQUOTE && quote.close === CH_RBRACE) {
          this.pos++;
          this.skipSQ();
          continue;
        } else if (ch === CH_BACKTICK) {
          this.pos++;
          while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
            if (src.charCodeAt(this.pos) === CH_BACKSLASH)
              this.pos++;
            if (this.pos < len)
              this.pos++;
          }
          if (this.pos < len)
            this.pos++;
          continue;
        } else if (ch === CH_DOLLAR) {
          const next = src.charCodeAt(this.pos + 1);
          if (next === CH_SQUOTE && quote.close === CH_RBRACE) {
            this.pos += 2;
            this.skipAnsiCQuoted();
            continue;
          }
          if (next === CH_LBRACE) {
            quotes.push({ close: CH_RBRACE, depth });
            parameterDepth++;
            this.pos++;
          } else if (next === CH_LPAREN) {
            this.pos++;
            ch = CH_LPAREN;
            commandOpen = true;
          } else if (next === CH_DOLLAR) {
            this.pos += src.charCodeAt(this.pos + 2) === CH_LPAREN ? 1 : 2;
            continue;
          }
        }
        if (!reported && this._nestingDepth + Math.max(quotedDepth, parameterDepth) > MAX_SYNTAX_NESTING) {
          this.errors.push({ message: "maximum word nesting depth exceeded", pos: this.pos });
          reported = true;
        }
        if (!commandOpen) {
          this.pos++;
          while (this.pos < len) {
            const c = src.charCodeAt(this.pos);
            if (c === CH_BACKSLASH || c === CH_DQUOTE || c === CH_DOLLAR || c === CH_BACKTICK || c === CH_RBRACE || c === CH_SQUOTE)
              break;
            this.pos++;
          }
          continue;
        }
      }
      if (ch === CH_HASH && lastParenEnd !== -1 && !arithExtent && arithBase < 0 && useGrammar && !checkedGrammar && this._nestingDepth + (scripts?.length ?? 0) < MAX_SYNTAX_NESTING && skipBlanks(src, lastParenEnd, len) === this.pos) {
        checkedGrammar = true;
        const scope = scripts?.[scripts.length - 1];
        const end = this.findSubstitutionEnd(scope?.start ?? start, len, this._nestingDepth + (scripts?.length ?? 0) + 1);
        if (end !== -1) {
          if (scope === void 0) {
            this.pos = end;
            return bt ? src.slice(start, end - 1) : "";
          }
          this.pos = end - 1;
          depth = scope.depth + 1;
          caseDepth = 0;
          caseParens = 0;
          wordStartAfterParen.length = scope.parens + 1;
          ch = CH_RPAREN;
        }
      }
      if (ch === CH_LPAREN) {
        const prev = this.pos > start && this.pos !== escapedEnd ? src.charCodeAt(this.pos - 1) : 0;
        const commandDollarPos = prev === CH_DOLLAR ? this.pos - 1 : this.pos === continuedParenPos ? continuedDollarPos : -1;
        const wordParen = commandDollarPos !== -1 || prev === CH_LT || prev === CH_GT || prev === CH_EQ || prev === CH_AT || prev === CH_QUESTION || prev === CH_STAR || prev === CH_PLUS || prev === CH_BANG || prev === CH_LPAREN && wordStartAfterParen[wordStartAfterParen.length - 1] === false || arithExtent && this.pos === start;
        const script = commandDollarPos !== -1 && src.charCodeAt(this.pos + 1) !== CH_LPAREN || (prev === CH_LT || prev === CH_GT) && arithBase < 0 && !arithExtent;
        if (script) {
          (scripts ?? (scripts = [])).push({
            start: this.pos + 1,
            dollar: commandDollarPos,
            depth,
            parens: wordStartAfterParen.length,
            caseDepth,
            caseParens,
            arithBase,
            arithExtent,
            substitutions,
            checkedGrammar,
            pendingDelims
          });
          caseDepth = 0;
          caseParens = 0;
          arithBase = -1;
          arithExtent = false;
          checkedGrammar = false;
          pendingDelims = null;
        }
        wordStartAfterParen.push(!wordParen);
        wordStart = true;
        if (!script && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LPAREN) {
          arithBase = depth;
        }
        if (commandDollarPos !== -1) {
          if (script)
            substitutions++;
          else
            (arithmeticOpens ?? (arithmeticOpens = [])).push(depth);
          if (substitutions + (arithmeticOpens?.length ?? 0) + this._nestingDepth + (quoteOnly ? 0 : 1) > MAX_SYNTAX_NESTING && !reported) {
            this.errors.push({ message: "maximum command substitution nesting depth exceeded", pos: commandDollarPos });
            reported = true;
          }
        }
        continuedDollarPos = -1;
        continuedParenPos = -1;
        depth++;
        if (caseDepth > 0)
          caseParens++;
        this.pos++;
      } else if (ch === CH_RPAREN) {
        if (caseDepth > 0 && caseParens === 0) {
          this.pos++;
          wordStart = true;
        } else {
          if (caseDepth > 0)
            caseParens--;
          depth--;
          if (depth === 0 && !quoteOnly) {
            const result = bt ? src.slice(start, this.pos) : "";
            this.pos++;
            return result;
          }
          if (depth <= arithBase)
            arithBase = -1;
          if (arithmeticOpens !== void 0) {
            while (arithmeticOpens.length > 0 && arithmeticOpens[arithmeticOpens.length - 1] >= depth)
              arithmeticOpens.pop();
          }
          wordStart = wordStartAfterParen.pop() ?? true;
          this.pos++;
          const scope = scripts?.[scripts.length - 1];
          if (scope !== void 0 && scope.depth === depth) {
            scripts.pop();
            caseDepth = scope.caseDepth;
            caseParens = scope.caseParens;
            arithBase = scope.arithBase;
            arithExtent = scope.arithExtent;
            substitutions = scope.substitutions;
            checkedGrammar = scope.checkedGrammar;
            pendingDelims = scope.pendingDelims;
          }
        }
        lastParenEnd = this.pos;
      } else if (ch === CH_BACKSLASH) {
        if (this.pos > start && src.charCodeAt(this.pos - 1) === CH_DOLLAR) {
          const logicalPos = skipLineContinuations(src, this.pos, len);
          if (logicalPos > this.pos && src.charCodeAt(logicalPos) === CH_LPAREN && src.charCodeAt(logicalPos + 1) !== CH_LPAREN) {
            continuedDollarPos = this.pos - 1;
            continuedParenPos = logicalPos;
          }
        }
        this.pos++;
        if (this.pos < len) {
          if (src.charCodeAt(this.pos) !== CH_NL) {
            wordStart = false;
          }
          this.pos++;
        }
        escapedEnd = this.pos;
      } else if (ch === CH_DOLLAR) {
        const next = src.charCodeAt(++this.pos);
        if (next === CH_SQUOTE) {
          this.pos++;
          this.skipAnsiCQuoted();
        } else if (next === CH_DOLLAR) {
          this.pos++;
        } else if (next === CH_LBRACE && !isBraceCommandOpener(src.charCodeAt(this.pos + 1))) {
          quotes.push({ close: CH_RBRACE, depth });
          parameterDepth++;
          this.pos++;
        }
        wordStart = false;
      } else if (ch === CH_SQUOTE) {
        this.pos++;
        this.skipSQ();
        wordStart = false;
      } else if (ch === CH_DQUOTE) {
        quotes.push({ close: CH_DQUOTE, depth });
        quotedDepth++;
        this.pos++;
        wordStart = false;
      } else if (ch === CH_BACKTICK) {
        this.pos++;
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_BACKTICK) {
          if (src.charCodeAt(this.pos) === CH_BACKSLASH)
            this.pos++;
          if (this.pos < len)
            this.pos++;
        }
        if (this.pos < len)
          this.pos++;
        wordStart = false;
      } else if (ch === CH_LT && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === CH_LT) {
        if (this.pos + 2 < len && src.charCodeAt(this.pos + 2) === CH_LT) {
          this.pos += 3;
        } else {
          this.pos += 2;
          const strip = this.pos < len && src.charCodeAt(this.pos) === CH_DASH;
          if (strip)
            this.pos++;
          this.skipSpacesAndTabs();
          this.readHereDocDelimiter();
          if (this._hereDelim || this._hereQuoted) {
            (pendingDelims ?? (pendingDelims = [])).push({
              delimiter: this._hereDelim,
              strip,
              quoted: this._hereQuoted
            });
          }
        }
        wordStart = false;
      } else if (ch === CH_NL && pendingDelims) {
        this.pos++;
        for (const hd of pendingDelims)
          this.skipHereDocBody(hd.delimiter, hd.strip, true, hd.quoted);
        pendingDelims = null;
        wordStart = true;
      } else if (ch === CH_HASH && arithBase < 0 && !arithExtent && wordStart) {
        while (this.pos < len && src.charCodeAt(this.pos) !== CH_NL)
          this.pos++;
      } else {
        const wStart = this.pos;
        while (this.pos < len) {
          const wc = src.charCodeAt(this.pos);
          if (wc < 128 && charType[wc])
            break;
          this.pos++;
        }
        if (this.pos > wStart) {
          const wLen = this.pos - wStart;
          if (wLen === 4 && wordStart && arithBase < 0 && !arithExtent) {
            const c0 = src.charCodeAt(wStart);
            if (c0 === 99 && src.charCodeAt(wStart + 1) === 97 && src.charCodeAt(wStart + 2) === 115 && src.charCodeAt(wStart + 3) === 101) {
              caseDepth++;
            } else if (c0 === 101 && src.charCodeAt(wStart + 1) === 115 && src.charCodeAt(wStart + 2) === 97 && src.charCodeAt(wStart + 3) === 99 && caseDepth > 0) {
              caseDepth--;
              if (caseDepth === 0)
                caseParens = 0;
            }
          }
          wordStart = false;
        } else {
          const wc = src.charCodeAt(this.pos);
          wordStart = wc < 128 && (charType[wc] & 1) !== 0;
          this.pos++;
        }
      }
    }
    this._unbalanced = true;
    if (quoteOnly && scripts !== void 0 && scripts.length > 0) {
      this.errors.push({ message: "unterminated command substitution", pos: scripts[0].dollar });
    }
    return bt ? src.slice(start, this.pos) : "";
  }
};

// node_modules/unbash/dist/arithmetic.js
function opPrec(op) {
  switch (op) {
    case ",":
      return 1;
    case "=":
    case "+=":
    case "-=":
    case "*=":
    case "/=":
    case "%=":
    case "<<=":
    case ">>=":
    case "&=":
    case "|=":
    case "^=":
      return 2;
    case "||":
      return 4;
    case "&&":
      return 5;
    case "|":
      return 6;
    case "^":
      return 7;
    case "&":
      return 8;
    case "==":
    case "!=":
      return 9;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return 10;
    case "<<":
    case ">>":
      return 11;
    case "+":
    case "-":
      return 12;
    case "*":
    case "/":
    case "%":
      return 13;
    case "**":
      return 14;
    case "?":
      return 3;
    default:
      return -1;
  }
}
function trimEnd(src, start, end) {
  while (end > start) {
    const c = src.charCodeAt(end - 1);
    if (c !== CH_SPACE && c !== CH_TAB && c !== CH_NL)
      break;
    end--;
  }
  return end;
}
function opRightAssoc(op) {
  switch (op) {
    case "=":
    case "+=":
    case "-=":
    case "*=":
    case "/=":
    case "%=":
    case "<<=":
    case ">>=":
    case "&=":
    case "|=":
    case "^=":
    case "**":
      return true;
    default:
      return false;
  }
}
function parseArithmeticExpression(src, offset = 0, collector, nestingDepth = 0) {
  let pos = 0;
  const len = src.length;
  const initialWordCount = collector?.embeddedWords.length ?? 0;
  function makeWord(start2, end, embedded = false) {
    const node = {
      type: "ArithmeticWord",
      pos: start2 + offset,
      end: end + offset,
      value: src.slice(start2, end),
      parts: void 0
    };
    if (embedded)
      collector?.embeddedWords.push(node);
    return node;
  }
  function skipWS() {
    while (pos < len) {
      const c = src.charCodeAt(pos);
      if (c === CH_SPACE || c === CH_TAB || c === CH_NL)
        pos++;
      else
        break;
    }
  }
  function tryReadBinOp() {
    if (pos >= len)
      return null;
    const c = src.charCodeAt(pos);
    const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
    const nnc = pos + 2 < len ? src.charCodeAt(pos + 2) : 0;
    switch (c) {
      case CH_COMMA:
        pos++;
        return ",";
      case CH_EQ:
        if (nc === CH_EQ) {
          pos += 2;
          return "==";
        }
        pos++;
        return "=";
      case CH_BANG:
        if (nc === CH_EQ) {
          pos += 2;
          return "!=";
        }
        return null;
      // unary
      case CH_LT:
        if (nc === CH_LT) {
          if (nnc === CH_EQ) {
            pos += 3;
            return "<<=";
          }
          pos += 2;
          return "<<";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "<=";
        }
        pos++;
        return "<";
      case CH_GT:
        if (nc === CH_GT) {
          if (nnc === CH_EQ) {
            pos += 3;
            return ">>=";
          }
          pos += 2;
          return ">>";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return ">=";
        }
        pos++;
        return ">";
      case CH_PLUS:
        if (nc === CH_EQ) {
          pos += 2;
          return "+=";
        }
        if (nc === CH_PLUS)
          return null;
        pos++;
        return "+";
      case CH_DASH:
        if (nc === CH_EQ) {
          pos += 2;
          return "-=";
        }
        if (nc === CH_DASH)
          return null;
        pos++;
        return "-";
      case CH_STAR:
        if (nc === CH_STAR) {
          pos += 2;
          return "**";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "*=";
        }
        pos++;
        return "*";
      case CH_SLASH:
        if (nc === CH_EQ) {
          pos += 2;
          return "/=";
        }
        pos++;
        return "/";
      case CH_PERCENT:
        if (nc === CH_EQ) {
          pos += 2;
          return "%=";
        }
        pos++;
        return "%";
      case CH_PIPE:
        if (nc === CH_PIPE) {
          pos += 2;
          return "||";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "|=";
        }
        pos++;
        return "|";
      case CH_AMP:
        if (nc === CH_AMP) {
          pos += 2;
          return "&&";
        }
        if (nc === CH_EQ) {
          pos += 2;
          return "&=";
        }
        pos++;
        return "&";
      case CH_CARET:
        if (nc === CH_EQ) {
          pos += 2;
          return "^=";
        }
        pos++;
        return "^";
      case CH_QUESTION:
        pos++;
        return "?";
      default:
        return null;
    }
  }
  function skipTruncatedUnary() {
    skipWS();
    while (pos < len) {
      const c2 = src.charCodeAt(pos);
      if (c2 !== CH_BANG && c2 !== CH_TILDE && c2 !== CH_PLUS && c2 !== CH_DASH)
        break;
      if (src.charCodeAt(pos + 1) === CH_EQ)
        break;
      pos++;
      skipWS();
    }
    if (src.charCodeAt(pos) === CH_LPAREN) {
      let groups = 1;
      pos++;
      while (pos < len && groups > 0) {
        const wordEnd = collector?.findArithmeticWordEnd?.(pos + offset, offset + len) ?? pos + offset;
        if (wordEnd > pos + offset) {
          pos = wordEnd - offset;
          continue;
        }
        const c2 = src.charCodeAt(pos++);
        if (c2 === CH_LPAREN)
          groups++;
        else if (c2 === CH_RPAREN)
          groups--;
      }
    } else if (pos < len && src.charCodeAt(pos) !== CH_RPAREN && src.charCodeAt(pos) !== CH_COLON) {
      parseAtom(0);
    }
    skipWS();
    const c = src.charCodeAt(pos);
    if ((c === CH_PLUS || c === CH_DASH) && src.charCodeAt(pos + 1) === c)
      pos += 2;
  }
  function recoverExpression(minPrec) {
    skipWS();
    const start2 = pos;
    if (start2 === len)
      return makeWord(start2, start2);
    const wordCount = collector?.embeddedWords.length ?? 0;
    let ternaries = 0;
    for (; ; ) {
      skipTruncatedUnary();
      skipWS();
      if (src.charCodeAt(pos) === CH_COLON && ternaries > 0) {
        ternaries--;
        pos++;
        continue;
      }
      const saved = pos;
      const op = tryReadBinOp();
      if (op === null || ternaries === 0 && opPrec(op) < minPrec) {
        pos = saved;
        break;
      }
      if (op === "?")
        ternaries++;
    }
    if (collector)
      collector.embeddedWords.length = wordCount;
    return makeWord(start2, trimEnd(src, start2, pos));
  }
  function parseBinExpr(minPrec, depth) {
    if (depth > MAX_SYNTAX_NESTING)
      return recoverExpression(minPrec);
    let left = parseUnaryExpr(depth);
    while (true) {
      skipWS();
      if (pos >= len)
        break;
      const saved = pos;
      const op = tryReadBinOp();
      if (!op)
        break;
      if (op === "?") {
        if (opPrec(op) < minPrec) {
          pos = saved;
          break;
        }
        const consequent = parseBinExpr(1, depth + 1);
        skipWS();
        if (pos < len && src.charCodeAt(pos) === CH_COLON)
          pos++;
        const alternate = parseBinExpr(3, depth + 1);
        left = { type: "ArithmeticTernary", pos: left.pos, end: alternate.end, test: left, consequent, alternate };
        continue;
      }
      const prec = opPrec(op);
      if (prec < minPrec) {
        pos = saved;
        break;
      }
      const nextPrec = opRightAssoc(op) ? prec : prec + 1;
      const right = parseBinExpr(nextPrec, depth + 1);
      left = { type: "ArithmeticBinary", pos: left.pos, end: right.end, operator: op, left, right };
    }
    return left;
  }
  function parseUnaryExpr(depth) {
    skipWS();
    if (depth > MAX_SYNTAX_NESTING)
      return recoverExpression(15);
    if (pos >= len)
      return makeWord(pos, pos);
    const start2 = pos;
    const c = src.charCodeAt(pos);
    const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
    if (c === CH_PLUS && nc === CH_PLUS) {
      pos += 2;
      const operand2 = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand2.end, operator: "++", operand: operand2, prefix: true };
    }
    if (c === CH_DASH && nc === CH_DASH) {
      pos += 2;
      const operand2 = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand2.end, operator: "--", operand: operand2, prefix: true };
    }
    if (c === CH_BANG) {
      pos++;
      const operand2 = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand2.end, operator: "!", operand: operand2, prefix: true };
    }
    if (c === CH_TILDE) {
      pos++;
      const operand2 = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand2.end, operator: "~", operand: operand2, prefix: true };
    }
    if (c === CH_PLUS && nc !== CH_PLUS && nc !== CH_EQ) {
      pos++;
      const operand2 = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand2.end, operator: "+", operand: operand2, prefix: true };
    }
    if (c === CH_DASH && nc !== CH_DASH && nc !== CH_EQ) {
      pos++;
      const operand2 = parseUnaryExpr(depth + 1);
      return { type: "ArithmeticUnary", pos: start2 + offset, end: operand2.end, operator: "-", operand: operand2, prefix: true };
    }
    return parsePostfixExpr(depth);
  }
  function parsePostfixExpr(depth) {
    const operand2 = parseAtom(depth);
    skipWS();
    if (pos + 1 < len) {
      const c = src.charCodeAt(pos);
      const nc = src.charCodeAt(pos + 1);
      if (c === CH_PLUS && nc === CH_PLUS) {
        pos += 2;
        return { type: "ArithmeticUnary", pos: operand2.pos, end: pos + offset, operator: "++", operand: operand2, prefix: false };
      }
      if (c === CH_DASH && nc === CH_DASH) {
        pos += 2;
        return { type: "ArithmeticUnary", pos: operand2.pos, end: pos + offset, operator: "--", operand: operand2, prefix: false };
      }
    }
    return operand2;
  }
  function parseAtom(depth) {
    skipWS();
    if (pos >= len)
      return makeWord(pos, pos);
    const c = src.charCodeAt(pos);
    if (c === CH_LPAREN) {
      const start3 = pos;
      pos++;
      const expr = parseBinExpr(0, depth + 1);
      skipWS();
      if (pos < len && src.charCodeAt(pos) === CH_RPAREN)
        pos++;
      return { type: "ArithmeticGroup", pos: start3 + offset, end: pos + offset, expression: expr };
    }
    if (c === CH_DOLLAR) {
      const start3 = pos;
      const wordCount2 = collector?.embeddedWords.length ?? 0;
      const atom2 = readDollarAtom();
      const wordEnd2 = collector?.findArithmeticWordEnd?.(start3 + offset, offset + len) ?? pos + offset;
      if (wordEnd2 > pos + offset) {
        if (collector)
          collector.embeddedWords.length = wordCount2;
        pos = wordEnd2 - offset;
        return makeWord(start3, pos, true);
      }
      return atom2;
    }
    if (c === 96 || c === 34 || c === 39) {
      const start3 = pos;
      pos = (collector?.findArithmeticWordEnd?.(start3 + offset, offset + len) ?? start3 + offset + 1) - offset;
      return makeWord(start3, pos, true);
    }
    const start2 = pos;
    const wordCount = collector?.embeddedWords.length ?? 0;
    const atom = readWordAtom();
    const wordEnd = collector?.findArithmeticWordEnd?.(start2 + offset, offset + len) ?? pos + offset;
    if (wordEnd > pos + offset) {
      if (collector)
        collector.embeddedWords.length = wordCount;
      pos = wordEnd - offset;
      return makeWord(start2, pos, true);
    }
    return atom;
  }
  function readDollarAtom() {
    const start2 = pos;
    pos++;
    if (pos >= len)
      return makeWord(start2, pos);
    const c = src.charCodeAt(pos);
    if (c === CH_LPAREN) {
      if (pos + 1 < len && src.charCodeAt(pos + 1) === CH_LPAREN) {
        const expansionEnd = collector?.findArithmeticExpansionEnd(start2 + offset, offset + len) ?? -1;
        if (expansionEnd !== -1) {
          pos = expansionEnd - offset;
        } else {
          pos += 2;
          let depth = 1;
          while (pos < len && depth > 0) {
            if (src.charCodeAt(pos) === CH_LPAREN && src.charCodeAt(pos + 1) === CH_LPAREN) {
              depth++;
              pos += 2;
            } else if (src.charCodeAt(pos) === CH_RPAREN && src.charCodeAt(pos + 1) === CH_RPAREN) {
              depth--;
              pos += 2;
            } else {
              pos++;
            }
          }
        }
      } else {
        pos++;
        const close = collector?.findClosingParenthesis(pos + offset, offset + len) ?? -1;
        if (close !== -1) {
          pos = close - offset + 1;
        } else {
          let depth = 1;
          while (pos < len && depth > 0) {
            const ch = src.charCodeAt(pos++);
            if (ch === CH_LPAREN)
              depth++;
            else if (ch === CH_RPAREN)
              depth--;
          }
        }
        const text = src.slice(start2, pos);
        return collector ? collector.commandExpansion(start2 + offset, pos + offset, text) : new ScriptExpansionImpl("ArithmeticCommandExpansion", start2 + offset, pos + offset, text);
      }
    } else if (c === CH_LBRACE) {
      const close = collector?.findClosingBrace(pos + offset + 1, offset + len) ?? -1;
      if (close !== -1) {
        pos = close - offset + 1;
      } else {
        pos++;
        let depth = 1;
        while (pos < len && depth > 0) {
          const ch = src.charCodeAt(pos++);
          if (ch === CH_LBRACE)
            depth++;
          else if (ch === CH_RBRACE)
            depth--;
        }
      }
    } else {
      while (pos < len) {
        const ch = src.charCodeAt(pos);
        if (ch >= CH_a && ch <= CH_z || ch >= CH_A && ch <= CH_Z || ch >= CH_0 && ch <= CH_9 || ch === CH_UNDERSCORE)
          pos++;
        else
          break;
      }
    }
    return makeWord(start2, pos, c === CH_LPAREN || c === CH_LBRACE);
  }
  function readWordAtom() {
    const start2 = pos;
    while (pos < len) {
      const c = src.charCodeAt(pos);
      if (c >= CH_0 && c <= CH_9 || c >= CH_A && c <= CH_Z || c >= CH_a && c <= CH_z || c === CH_UNDERSCORE || c === 35) {
        pos++;
      } else
        break;
    }
    if (pos > start2 && pos < len && src.charCodeAt(pos) === CH_LBRACKET) {
      const close = collector?.findClosingBracket?.(pos + offset + 1, offset + len) ?? -1;
      if (close !== -1) {
        pos = close - offset + 1;
      } else {
        pos++;
        let depth = 1;
        while (pos < len && depth > 0) {
          const c = src.charCodeAt(pos);
          if (c === CH_LBRACKET)
            depth++;
          else if (c === CH_RBRACKET)
            depth--;
          pos++;
        }
      }
      return makeWord(start2, pos, true);
    }
    if (pos === start2) {
      pos++;
      return makeWord(start2, pos);
    }
    return makeWord(start2, pos);
  }
  skipWS();
  if (pos >= len)
    return null;
  const start = pos;
  const result = parseBinExpr(0, nestingDepth);
  skipWS();
  if (pos < len) {
    if (collector)
      collector.embeddedWords.length = initialWordCount;
    return makeWord(start, trimEnd(src, start, len), collector !== void 0);
  }
  return result;
}

// node_modules/unbash/dist/parts.js
var computeBareWordParts = (_source, word) => hasGlobCharacters(word.text) ? parseGlobParts(word.text, 0, word.text.length, void 0, word.pos) : void 0;
function wordPartsResolver(context) {
  return context.wordParts ?? (context.wordParts = (source, word, depth) => computeWordParts(source, word, depth, context));
}
function embeddedPartsResolver(context) {
  return context.embeddedParts ?? (context.embeddedParts = (source, word, depth) => computeEmbeddedWordParts(source, word, depth, context));
}
function arrayPartsResolver(context) {
  return context.arrayParts ?? (context.arrayParts = (source, word, depth) => computeArrayElementParts(source, word, depth, context));
}
function computeWordParts(source, word, depth = 0, context = createSubstitutionContext()) {
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildWordParts(word.pos);
  return parts ?? void 0;
}
function computeEmbeddedWordParts(source, word, depth = 0, context, arithmetic = false) {
  if (!hasEmbeddedWordStructure(source, word.pos, word.end))
    return void 0;
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildEmbeddedWordParts(word.pos, arithmetic);
  return parts ?? void 0;
}
function computeArrayElementParts(source, word, depth = 0, context) {
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildArrayElementParts(word.pos);
  return parts ?? void 0;
}
function computeHereDocBodyParts(source, word, depth = 0, context) {
  const lexer = new Lexer(source, word.pos, word.end, false, context);
  lexer._nestingDepth = depth;
  const parts = lexer.buildHereDocParts(word.pos, word.end);
  return parts ?? void 0;
}

// node_modules/unbash/dist/arithmetic-parts.js
function parseArithmeticWithParts(body, offset, source, depth, context, embeddedDepth = depth) {
  if (!hasEmbeddedWordStructure(source, offset, offset + body.length)) {
    return parseArithmeticExpression(body, offset, void 0, depth) ?? void 0;
  }
  const embeddedWords = [];
  const lexer = new Lexer(source, 0, source.length, false, context);
  lexer._nestingDepth = depth;
  const expression2 = parseArithmeticExpression(body, offset, {
    embeddedWords,
    commandExpansion: (pos, end, text) => new ScriptExpansionImpl("ArithmeticCommandExpansion", pos, end, text, {
      source,
      start: pos + 2,
      end: end - 1,
      depth: depth + 1,
      parenBoundary: true,
      context
    }),
    findClosingBracket: (start, end) => lexer.findClosingBracket(start, end),
    findClosingBrace: (start, end) => lexer.findClosingBrace(start, end),
    findClosingParenthesis: (start, end) => lexer.findClosingParenthesis(start, end),
    findArithmeticExpansionEnd: (start, end) => lexer.findArithmeticExpansionEnd(start, end),
    findArithmeticWordEnd: (start, end) => lexer.findArithmeticWordEnd(start, end)
  }, depth) ?? void 0;
  if (embeddedDepth <= MAX_SYNTAX_NESTING) {
    for (const node of embeddedWords)
      node.parts = computeEmbeddedWordParts(source, node, embeddedDepth, context, true);
  }
  return expression2;
}

// node_modules/unbash/dist/assignment.js
var ArrayValueImpl = class {
  type = "ArrayValue";
  pos;
  end;
  #source;
  #depth;
  #context;
  #elements;
  constructor(source, pos, end, depth, context) {
    this.pos = pos;
    this.end = end;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
  }
  get elements() {
    if (this.#elements)
      return this.#elements;
    const lexer = new Lexer(this.#source, this.pos + 1, this.end - 1, false, this.#context);
    lexer._nestingDepth = this.#depth;
    const elements = [];
    while (lexer.peek(LexContext.ArrayElement).token !== Token.EOF) {
      const token = lexer.next(LexContext.ArrayElement);
      if (token.token !== Token.Word && token.token !== Token.Assignment)
        continue;
      const text = token.raw ? token.value : this.#source.slice(token.pos, token.end);
      const indexed = text.charCodeAt(0) === 91;
      const context = lexer.getSubstitutionContext();
      const source = !indexed && token.raw && token.keywordEligible ? void 0 : this.#source;
      const resolver = source === void 0 ? computeBareWordParts : indexed ? arrayPartsResolver(context) : wordPartsResolver(context);
      elements.push(new WordImpl(text, token.pos, token.end, source, resolver, this.#depth));
    }
    this.#elements = elements;
    return elements;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, elements: this.elements };
  }
};
var AssignmentImpl = class {
  type = "Assignment";
  pos;
  end;
  text;
  #source;
  #depth;
  #context;
  #operatorPos;
  #name = null;
  #append;
  #index;
  #value = null;
  constructor(text, pos, end, source, operatorPos, depth, context) {
    this.pos = pos;
    this.end = end;
    this.text = text;
    this.#source = source;
    this.#operatorPos = operatorPos;
    this.#depth = depth;
    this.#context = context;
  }
  get name() {
    return this.#name ?? this.resolveTarget();
  }
  get append() {
    if (this.#name === null)
      this.resolveTarget();
    return this.#append;
  }
  get index() {
    if (this.#name === null)
      this.resolveTarget();
    return this.#index;
  }
  get value() {
    if (this.#value !== null)
      return this.#value;
    const start = this.#operatorPos + 1;
    const arrayStart = skipLineContinuations(this.#source, start, this.end);
    this.#value = this.#source.charCodeAt(arrayStart) === 40 && this.#source.charCodeAt(this.end - 1) === 41 ? new ArrayValueImpl(this.#source, arrayStart, this.end, this.#depth, this.#context) : new WordImpl(this.#source.slice(start, this.end), start, this.end, this.#source, wordPartsResolver(this.#context), this.#depth);
    return this.#value;
  }
  resolveTarget() {
    const equal = this.#operatorPos - this.pos;
    let nameEnd = equal;
    let appendPos = equal;
    while (appendPos >= 2 && this.text.charCodeAt(appendPos - 2) === 92 && this.text.charCodeAt(appendPos - 1) === 10)
      appendPos -= 2;
    if (this.text.charCodeAt(appendPos - 1) === 43) {
      this.#append = true;
      nameEnd = appendPos - 1;
    }
    const bracket = this.text.indexOf("[");
    if (bracket > 0 && bracket < nameEnd) {
      const close = this.text.lastIndexOf("]", equal);
      if (close > bracket) {
        const start = this.pos + bracket + 1;
        const end = this.pos + close;
        this.#index = new WordImpl(this.#source.slice(start, end), start, end, this.#source, embeddedPartsResolver(this.#context), this.#depth);
        nameEnd = bracket;
      }
    }
    const name = this.text.slice(0, nameEnd);
    return this.#name = name.includes("\\\n") ? name.split("\\\n").join("") : name;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      text: this.text,
      name: this.name,
      append: this.append,
      index: this.index,
      value: this.value
    };
  }
};

// node_modules/unbash/dist/command.js
var isArgument = (item2) => item2.type === "Word" || item2.type === "Assignment";
var CommandImpl = class {
  type = "Command";
  pos;
  end;
  name;
  prefix;
  suffix;
  #args;
  #redirects;
  constructor(pos, end, name, prefix, suffix) {
    this.pos = pos;
    this.end = end;
    this.name = name;
    this.prefix = prefix;
    this.suffix = suffix;
  }
  get args() {
    if (this.#args === void 0) {
      const suffix = this.suffix;
      this.#args = suffix.every(isArgument) ? suffix : suffix.filter(isArgument);
    }
    return this.#args;
  }
  get redirects() {
    if (this.#redirects === void 0) {
      const redirects = [];
      for (const item2 of this.prefix)
        if (item2.type !== "Assignment")
          redirects.push(item2);
      for (const item2 of this.suffix)
        if (!isArgument(item2))
          redirects.push(item2);
      this.#redirects = redirects;
    }
    return this.#redirects;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, name: this.name, prefix: this.prefix, suffix: this.suffix };
  }
};

// node_modules/unbash/dist/heredoc.js
var HereDocBodyImpl = class {
  type = "HereDocBody";
  pos;
  end;
  text = "";
  #source;
  #depth;
  #context;
  #parts;
  constructor(source, pos, quoted, depth, context) {
    this.pos = pos;
    this.end = pos;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
    this.#parts = quoted ? void 0 : null;
  }
  get parts() {
    if (this.#parts === null)
      this.#parts = computeHereDocBodyParts(this.#source, this, this.#depth, this.#context);
    return this.#parts;
  }
  toJSON() {
    return { type: this.type, pos: this.pos, end: this.end, text: this.text, parts: this.parts };
  }
};

// node_modules/unbash/dist/parser.js
Lexer._findSubstitutionEnd = findSubstitutionEnd;
ScriptExpansionImpl._resolveScript = parseRegion;
ArithmeticExpansionImpl._resolveExpression = parseArithmeticWithParts;
function isDeclarationCommand(name) {
  switch (name.length) {
    case 5:
      return name === "local" || name === "alias";
    case 6:
      return name === "export";
    case 7:
      return name === "declare" || name === "typeset";
    case 8:
      return name === "readonly";
    default:
      return false;
  }
}
var ArithmeticCommandImpl = class {
  type = "ArithmeticCommand";
  pos;
  end;
  body;
  #source;
  #depth;
  #context;
  #expression = null;
  constructor(pos, end, body, source, depth, context) {
    this.pos = pos;
    this.end = end;
    this.body = body;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
  }
  get expression() {
    if (this.#expression === null) {
      this.#expression = parseArithmeticWithParts(this.body, this.pos + 2, this.#source, this.#depth, this.#context);
    }
    return this.#expression;
  }
  set expression(v) {
    this.#expression = v ?? void 0;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      expression: this.expression,
      body: this.body
    };
  }
};
var ArithmeticForImpl = class {
  type = "ArithmeticFor";
  pos;
  end;
  body;
  #initStr;
  #testStr;
  #updateStr;
  #initPos;
  #testPos;
  #updatePos;
  #source;
  #depth;
  #context;
  #initialize = null;
  #test = null;
  #update = null;
  constructor(pos, end, body, initStr, testStr, updateStr, initPos, testPos, updatePos, source, depth, context) {
    this.pos = pos;
    this.end = end;
    this.body = body;
    this.#initStr = initStr;
    this.#testStr = testStr;
    this.#updateStr = updateStr;
    this.#initPos = initPos;
    this.#testPos = testPos;
    this.#updatePos = updatePos;
    this.#source = source;
    this.#depth = depth;
    this.#context = context;
  }
  get initialize() {
    if (this.#initialize === null) {
      if (this.#initStr) {
        this.#initialize = parseArithmeticWithParts(this.#initStr, this.#initPos, this.#source, this.#depth, this.#context);
      } else {
        this.#initialize = void 0;
      }
    }
    return this.#initialize;
  }
  set initialize(v) {
    this.#initialize = v ?? void 0;
  }
  get test() {
    if (this.#test === null) {
      if (this.#testStr) {
        this.#test = parseArithmeticWithParts(this.#testStr, this.#testPos, this.#source, this.#depth, this.#context);
      } else {
        this.#test = void 0;
      }
    }
    return this.#test;
  }
  set test(v) {
    this.#test = v ?? void 0;
  }
  get update() {
    if (this.#update === null) {
      if (this.#updateStr) {
        this.#update = parseArithmeticWithParts(this.#updateStr, this.#updatePos, this.#source, this.#depth, this.#context);
      } else {
        this.#update = void 0;
      }
    }
    return this.#update;
  }
  set update(v) {
    this.#update = v ?? void 0;
  }
  toJSON() {
    return {
      type: this.type,
      pos: this.pos,
      end: this.end,
      initialize: this.initialize,
      test: this.test,
      update: this.update,
      body: this.body
    };
  }
};
var CASE_TERMINATORS = {
  [Token.DoubleSemi]: ";;",
  [Token.SemiAmp]: ";&",
  [Token.DoubleSemiAmp]: ";;&"
};
var REDIRECT_OPS = {
  ">": ">",
  ">>": ">>",
  "<": "<",
  "<>": "<>",
  "<&": "<&",
  ">&": ">&",
  ">|": ">|",
  "&>": "&>",
  "&>>": "&>>"
};
var listTerminators = new Uint8Array(37);
listTerminators[Token.EOF] = 1;
listTerminators[Token.RParen] = 1;
listTerminators[Token.RBrace] = 1;
listTerminators[Token.Then] = 1;
listTerminators[Token.Else] = 1;
listTerminators[Token.Elif] = 1;
listTerminators[Token.Fi] = 1;
listTerminators[Token.Do] = 1;
listTerminators[Token.Done] = 1;
listTerminators[Token.Esac] = 1;
listTerminators[Token.DoubleSemi] = 1;
listTerminators[Token.SemiAmp] = 1;
listTerminators[Token.DoubleSemiAmp] = 1;
var compoundClosers = new Uint8Array(37);
compoundClosers[Token.RParen] = 1;
compoundClosers[Token.RBrace] = 1;
compoundClosers[Token.DblRBracket] = 1;
compoundClosers[Token.Fi] = 1;
compoundClosers[Token.Done] = 1;
compoundClosers[Token.Esac] = 1;
compoundClosers[Token.ArithCmd] = 1;
function isTestNegation(t) {
  return t.token === Token.Word && t.keywordEligible && t.value === "!";
}
var commandStarts = new Uint8Array(37);
commandStarts[Token.Word] = 1;
commandStarts[Token.Assignment] = 1;
commandStarts[Token.Bang] = 1;
commandStarts[Token.LParen] = 1;
commandStarts[Token.LBrace] = 1;
commandStarts[Token.DblLBracket] = 1;
commandStarts[Token.If] = 1;
commandStarts[Token.For] = 1;
commandStarts[Token.While] = 1;
commandStarts[Token.Until] = 1;
commandStarts[Token.Case] = 1;
commandStarts[Token.Function] = 1;
commandStarts[Token.Select] = 1;
commandStarts[Token.ArithCmd] = 1;
commandStarts[Token.Coproc] = 1;
commandStarts[Token.Redirect] = 1;
var UNARY_TEST_OPS = {
  "-a": 1,
  "-b": 1,
  "-c": 1,
  "-d": 1,
  "-e": 1,
  "-f": 1,
  "-g": 1,
  "-h": 1,
  "-k": 1,
  "-p": 1,
  "-r": 1,
  "-s": 1,
  "-t": 1,
  "-u": 1,
  "-v": 1,
  "-w": 1,
  "-x": 1,
  "-z": 1,
  "-n": 1,
  "-o": 1,
  "-N": 1,
  "-S": 1,
  "-L": 1,
  "-G": 1,
  "-O": 1,
  "-R": 1
};
var BINARY_TEST_OPS = {
  "==": 1,
  "!=": 1,
  "=~": 1,
  "=": 1,
  "-eq": 1,
  "-ne": 1,
  "-lt": 1,
  "-le": 1,
  "-gt": 1,
  "-ge": 1,
  "-nt": 1,
  "-ot": 1,
  "-ef": 1,
  "<": 1,
  ">": 1
};
var EMPTY_REDIRECTS = [];
var EMPTY_PREFIXES = [];
var EMPTY_ELIFS = [];
function parse2(source) {
  return new Parser(source, 0, source.length).run();
}
function parseRegion(source, start, end, depth = 0, parenBoundary = false, context) {
  return new Parser(source, start, end, depth, parenBoundary, void 0, context).run();
}
var SubstitutionLexer = class _SubstitutionLexer extends Lexer {
  boundaries;
  pending;
  context;
  constructor(source, boundary, boundaries, pending, context, parenBoundary = true) {
    super(source, boundary.start, boundary.end, parenBoundary, context);
    this._nestingDepth = boundary.depth;
    this.boundaries = boundaries;
    this.pending = pending;
    this.context = context;
  }
  // Keep child boundary requests on this worklist so nested scans stay iterative.
  fork(start, end, parenBoundary = false) {
    return new _SubstitutionLexer(this.getSource(), { start, end, depth: this._nestingDepth }, this.boundaries, this.pending, this.context, parenBoundary);
  }
  findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
    const known = this.context.boundaries?.get(start);
    if (known !== void 0)
      return known <= end ? known : -1;
    const boundary = this.boundaries.get(start);
    if (boundary !== void 0)
      return boundary <= end ? boundary : -1;
    if (!this.boundaries.has(start)) {
      this.boundaries.set(start, void 0);
      this.pending.push({ start, end, depth });
    }
    return -1;
  }
};
function findSubstitutionEnd(source, start, end, depth, context) {
  const boundaries = /* @__PURE__ */ new Map([[start, void 0]]);
  const pending = [{ start, end, depth }];
  while (pending.length > 0) {
    const count = pending.length;
    const boundary = pending[count - 1];
    const lexer = new SubstitutionLexer(source, boundary, boundaries, pending, context);
    const found3 = new Parser(source, boundary.start, boundary.end, boundary.depth, true, lexer).findSubstitutionEnd();
    if (pending.length === count) {
      boundaries.set(boundary.start, found3);
      if (found3 !== -1)
        substitutionBoundaries(context).set(boundary.start, found3);
      pending.pop();
    }
  }
  return boundaries.get(start) ?? -1;
}
var Parser = class {
  tok;
  source;
  start;
  end;
  depth;
  errors = null;
  syntaxDepth = 0;
  // `depth` counts the substitution scripts (and sub-fields) enclosing this region; it
  // shares the MAX_SYNTAX_NESTING budget with the lexer's lazy word-part materialization.
  constructor(source, start, end, depth = 0, parenBoundary = false, lexer, context) {
    this.tok = lexer ?? new Lexer(source, start, end, parenBoundary, createSubstitutionContext(context));
    this.tok._nestingDepth = depth;
    this.source = source;
    this.start = start;
    this.end = end;
    this.depth = depth;
  }
  run() {
    const start = this.start;
    if (this.depth > MAX_SYNTAX_NESTING)
      this.error("maximum substitution nesting depth exceeded", start);
    let shebang;
    if (start === 0 && this.source.charCodeAt(0) === 35 && this.source.charCodeAt(1) === 33) {
      const nl = this.source.indexOf("\n");
      shebang = nl === -1 ? this.source : this.source.slice(0, nl);
    }
    const commands3 = this.list();
    for (; ; ) {
      const unexpected = this.tok.peek(LexContext.CommandStart);
      if (unexpected.token === Token.EOF)
        break;
      this.unexpectedToken(unexpected);
      if (!listTerminators[unexpected.token] && unexpected.token !== Token.In)
        break;
      this.tok.next(LexContext.CommandStart);
      let separator = this.tok.peek(LexContext.CommandStart).token;
      if (separator !== Token.Semi && separator !== Token.Newline && separator !== Token.Amp)
        break;
      while (separator === Token.Semi || separator === Token.Newline || separator === Token.Amp) {
        this.tok.next(LexContext.CommandStart);
        separator = this.tok.peek(LexContext.CommandStart).token;
      }
      const recovered = this.list();
      for (let i = 0; i < recovered.length; i++)
        commands3.push(recovered[i]);
    }
    const lexerErrors = this.tok._errors;
    if (lexerErrors !== null && lexerErrors.length > 0) {
      const errors = this.errors ?? (this.errors = []);
      for (let i = 0; i < lexerErrors.length; i++)
        errors.push(lexerErrors[i]);
    }
    if (this.errors !== null && this.errors.length > 1)
      this.errors.sort((a, b) => a.pos - b.pos);
    return { type: "Script", pos: start, end: this.end, shebang, commands: commands3, errors: this.errors ?? void 0 };
  }
  error(message, pos) {
    (this.errors ?? (this.errors = [])).push({ message, pos });
  }
  unexpectedToken(t) {
    this.error(`unexpected token '${t.token === Token.Newline ? "newline" : t.value}'`, t.pos);
  }
  findSubstitutionEnd() {
    this.list();
    return this.acceptEnd(Token.RParen);
  }
  skipSemi() {
    if (this.tok.peek(LexContext.Normal).token === Token.Semi)
      this.tok.next(LexContext.Normal);
  }
  accept(token, ctx = LexContext.Normal) {
    if (this.tok.peek(ctx).token === token)
      return this.tok.next(ctx);
    return null;
  }
  acceptEnd(token, ctx = LexContext.Normal) {
    if (this.tok.peek(ctx).token === token)
      return this.tok.next(ctx).end;
    return -1;
  }
  skipNewlines(ctx = LexContext.Normal) {
    while (this.tok.peek(ctx).token === Token.Newline)
      this.tok.next(ctx);
  }
  doBody(hasDo) {
    const body = this.list();
    const emptyPos = hasDo ? this.emptyListPos(body) : -1;
    if (emptyPos >= 0)
      this.error("expected command after 'do'", emptyPos);
    return body;
  }
  // Where an empty compound list stopped, or -1. An empty condition is reported only
  // once `then` or `do` follows, so a missing keyword is not reported twice.
  emptyListPos(commands3) {
    return commands3.length === 0 ? this.tok.peek(LexContext.CommandStart).pos : -1;
  }
  makeStatement(command3) {
    return {
      type: "Statement",
      pos: command3.pos,
      end: command3.end,
      command: command3,
      background: void 0
    };
  }
  // list := and_or ((';' | '&' | NEWLINE) and_or)* [';' | '&' | NEWLINE]
  list() {
    const commands3 = [];
    this.skipNewlines(LexContext.CommandStart);
    let t = this.tok.peek(LexContext.CommandStart).token;
    if (listTerminators[t] || !commandStarts[t])
      return commands3;
    const first = this.andOr();
    if (first)
      commands3.push(this.makeStatement(first));
    for (; ; ) {
      t = this.tok.peekFollow(compoundClosers).token;
      if (t !== Token.Semi && t !== Token.Newline && t !== Token.Amp)
        break;
      const isBackground = t === Token.Amp;
      const sepEnd = this.tok.next(LexContext.Normal).end;
      if (isBackground) {
        const stmt = commands3[commands3.length - 1];
        stmt.background = true;
        stmt.end = sepEnd;
      }
      this.skipNewlines(LexContext.CommandStart);
      t = this.tok.peek(LexContext.CommandStart).token;
      if (listTerminators[t] || !commandStarts[t])
        break;
      const node = this.andOr();
      if (node)
        commands3.push(this.makeStatement(node));
    }
    return commands3;
  }
  // and_or := pipeline (('&&' | '||') newlines pipeline)*
  andOr() {
    const first = this.pipeline();
    if (!first)
      return null;
    let t = this.tok.peek(LexContext.Normal).token;
    if (t !== Token.And && t !== Token.Or)
      return first;
    const commands3 = [first];
    const operators = [];
    do {
      const operatorToken = this.tok.next(LexContext.Normal);
      const operator = operatorToken.token === Token.And ? "&&" : "||";
      this.skipNewlines(LexContext.CommandStart);
      const next = this.pipeline();
      if (!next) {
        this.error(`expected command after '${operator}'`, operatorToken.end);
        break;
      }
      operators.push(operator);
      commands3.push(next);
      t = this.tok.peek(LexContext.Normal).token;
    } while (t === Token.And || t === Token.Or);
    return {
      type: "AndOr",
      pos: first.pos,
      end: commands3[commands3.length - 1].end,
      commands: commands3,
      operators
    };
  }
  withRedirects(command3) {
    const redirects = this.collectTrailingRedirects();
    if (redirects.length === 0)
      return command3;
    return { type: "Redirected", pos: command3.pos, end: redirects[redirects.length - 1].end, command: command3, redirects };
  }
  pipeline() {
    let prefixes;
    for (; ; ) {
      const token = this.tok.peek(LexContext.CommandStart);
      const isTime = token.token === Token.Word && token.keywordEligible && token.value === "time";
      if (token.token !== Token.Bang && !isTime)
        break;
      const prefix = this.tok.next(LexContext.CommandStart);
      const pos2 = prefix.pos;
      const keywordEnd = prefix.end;
      let posix;
      let endOfOptions;
      if (isTime) {
        let flag = this.tok.peek(LexContext.CommandStart);
        if (flag.token === Token.Word && flag.keywordEligible && flag.value === "-p") {
          this.tok.next(LexContext.CommandStart);
          posix = { pos: flag.pos, end: flag.end };
          flag = this.tok.peek(LexContext.CommandStart);
        }
        if (flag.token === Token.Word && flag.keywordEligible && flag.value === "--") {
          this.tok.next(LexContext.CommandStart);
          endOfOptions = { pos: flag.pos, end: flag.end };
        }
      }
      if (prefixes === void 0)
        prefixes = [];
      prefixes.push(isTime ? { type: "Time", pos: pos2, end: endOfOptions?.end ?? posix?.end ?? keywordEnd, keywordEnd, posix, endOfOptions } : { type: "Negation", pos: pos2, end: keywordEnd });
    }
    const command3 = this.pipelineCommands();
    if (!prefixes)
      return command3;
    const pos = prefixes[0].pos;
    if (command3?.type === "Pipeline") {
      command3.prefixes = prefixes;
      command3.pos = pos;
      return command3;
    }
    return {
      type: "Pipeline",
      pos,
      end: command3 ? command3.end : prefixes[prefixes.length - 1].end,
      prefixes,
      commands: command3 ? [command3] : [],
      operators: []
    };
  }
  pipelineCommands() {
    const first = this.command();
    if (!first)
      return null;
    if (this.tok.peek(LexContext.Normal).token !== Token.Pipe)
      return first;
    const commands3 = [first];
    const operators = [];
    while (this.tok.peek(LexContext.Normal).token === Token.Pipe) {
      const pipeToken = this.tok.next(LexContext.Normal);
      const operator = pipeToken.value === "|&" ? "|&" : "|";
      this.skipNewlines(LexContext.CommandStart);
      const cmd = this.command();
      if (!cmd) {
        this.error(`expected command after '${operator}'`, pipeToken.end);
        break;
      }
      operators.push(operator);
      commands3.push(cmd);
    }
    if (commands3.length === 1) {
      return commands3[0];
    }
    const pipeline = {
      type: "Pipeline",
      pos: first.pos,
      end: commands3[commands3.length - 1].end,
      prefixes: EMPTY_PREFIXES,
      commands: commands3,
      operators
    };
    return pipeline;
  }
  // command := compound_command | function_def | simple_command
  command() {
    let compound;
    switch (this.tok.peek(LexContext.CommandStart).token) {
      case Token.LParen:
        compound = this.subshell();
        break;
      case Token.LBrace:
        compound = this.braceGroup();
        break;
      case Token.If:
        compound = this.ifClause();
        break;
      case Token.For:
        compound = this.forClause();
        break;
      case Token.While:
        compound = this.whileClause();
        break;
      case Token.Until:
        compound = this.untilClause();
        break;
      case Token.Case:
        compound = this.caseClause();
        break;
      case Token.Function:
        return this.functionDef();
      case Token.Select:
        compound = this.selectClause();
        break;
      case Token.DblLBracket:
        compound = this.testCommand();
        break;
      case Token.ArithCmd:
        compound = this.arithCommand();
        break;
      case Token.Coproc:
        return this.coprocCommand();
      case Token.Word:
      case Token.Assignment:
      case Token.Redirect:
        return this.simpleCommandOrFunction(false);
      default:
        return null;
    }
    return this.withRedirects(compound);
  }
  collectTrailingRedirects() {
    let redirects = EMPTY_REDIRECTS;
    while (this.tok.peekFollow(compoundClosers).token === Token.Redirect) {
      if (redirects === EMPTY_REDIRECTS)
        redirects = [];
      redirects.push(this.readRedirect(LexContext.Normal));
    }
    return redirects;
  }
  // arith_command := (( expr ))
  arithCommand() {
    const tok = this.tok.next(LexContext.CommandStart);
    return new ArithmeticCommandImpl(tok.pos, tok.end, tok.value, this.source, this.depth, this.tok.getSubstitutionContext());
  }
  // coproc := COPROC ([name] compound_command [redirections] | simple_command)
  coprocCommand() {
    const start = this.tok.next(LexContext.CommandStart);
    const pos = start.pos;
    const first = this.tok.peek(LexContext.CommandStart);
    let name;
    if (first.token === Token.Word) {
      const lookahead = this.tok.fork(first.end, this.end);
      switch (lookahead.peek(LexContext.CommandStart).token) {
        case Token.LParen:
          lookahead.next(LexContext.CommandStart);
          if (lookahead.peek(LexContext.Normal).token !== Token.RParen)
            name = this.readWord(LexContext.CommandStart);
          break;
        case Token.LBrace:
        case Token.If:
        case Token.For:
        case Token.While:
        case Token.Until:
        case Token.Case:
        case Token.Select:
        case Token.DblLBracket:
        case Token.ArithCmd:
          name = this.readWord(LexContext.CommandStart);
      }
    }
    const cmd = first.token === Token.Word && name === void 0 ? this.simpleCommandOrFunction(true) : this.command();
    if (cmd && cmd.type !== "Function" && cmd.type !== "Coproc") {
      return { type: "Coproc", pos, end: cmd.end, name, body: cmd };
    }
    this.error("expected command after 'coproc'", cmd?.pos ?? start.end);
    const body = cmd ? this.makeCompoundList([this.makeStatement(cmd)]) : { type: "CompoundList", pos: start.end, end: start.end, commands: [] };
    return { type: "Coproc", pos, end: body.end, name, body };
  }
  // subshell := '(' list ')'
  subshell() {
    return this.subshellBody(this.tok.next(LexContext.CommandStart).pos);
  }
  // Continues a subshell whose '(' the caller already consumed.
  subshellBody(pos) {
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum subshell nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipSubshellBody();
      if (closeEnd2 < 0)
        this.error("expected ')' to close subshell", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "Subshell", pos, end: end2, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const commands3 = this.list();
    this.syntaxDepth--;
    if (commands3.length === 0)
      this.error("expected command in subshell", pos);
    const closeEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
    if (closeEnd < 0)
      this.error("expected ')' to close subshell", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "Subshell", pos, end, body: this.makeCompoundList(commands3) };
  }
  // brace_group := '{' list '}'
  braceGroup() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum brace group nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.RBrace);
      if (closeEnd2 < 0)
        this.error("expected '}' to close brace group", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "BraceGroup", pos, end: end2, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const commands3 = this.list();
    this.syntaxDepth--;
    if (commands3.length === 0)
      this.error("expected command in brace group", pos);
    const closeEnd = this.acceptEnd(Token.RBrace, LexContext.Normal);
    if (closeEnd < 0)
      this.error("expected '}' to close brace group", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "BraceGroup", pos, end, body: this.makeCompoundList(commands3) };
  }
  // if_clause := IF list THEN list (ELIF list THEN list)* [ELSE list] FI
  ifClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum if nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Fi);
      if (closeEnd2 < 0)
        this.error("expected 'fi' to close 'if'", this.tok.getPos());
      const end = closeEnd2 >= 0 ? closeEnd2 : pos;
      return {
        type: "If",
        pos,
        end,
        clause: this.makeCompoundList([]),
        then: this.makeCompoundList([]),
        elif: EMPTY_ELIFS,
        else: void 0
      };
    }
    this.syntaxDepth++;
    let command3;
    let branchPos = pos;
    for (; ; ) {
      const clauseCommands = this.list();
      const emptyClausePos = this.emptyListPos(clauseCommands);
      const clause = this.makeCompoundList(clauseCommands);
      this.skipSemi();
      const thenToken = this.accept(Token.Then, LexContext.CommandStart);
      if (!thenToken)
        this.error("expected 'then'", this.tok.getPos());
      else if (emptyClausePos >= 0)
        this.error(`expected command after '${branchPos === pos ? "if" : "elif"}'`, emptyClausePos);
      const thenCommands = this.list();
      const then_ = this.makeCompoundList(thenCommands);
      if (thenToken && thenCommands.length === 0) {
        this.error("expected command after 'then'", this.tok.peek(LexContext.CommandStart).pos);
        then_.pos = thenToken.end;
        then_.end = thenToken.end;
      }
      if (command3) {
        if (command3.elif === EMPTY_ELIFS)
          command3.elif = [];
        command3.elif.push({
          type: "Elif",
          pos: branchPos,
          end: then_.end,
          clause,
          then: then_
        });
      } else {
        command3 = { type: "If", pos, end: pos, clause, then: then_, elif: EMPTY_ELIFS, else: void 0 };
      }
      this.skipSemi();
      const elif = this.accept(Token.Elif, LexContext.CommandStart);
      if (!elif)
        break;
      branchPos = elif.pos;
    }
    if (this.accept(Token.Else, LexContext.CommandStart)) {
      const elseCommands = this.list();
      const emptyElsePos = this.emptyListPos(elseCommands);
      if (emptyElsePos >= 0)
        this.error("expected command after 'else'", emptyElsePos);
      command3.else = this.makeCompoundList(elseCommands);
      this.skipSemi();
    }
    const closeEnd = this.acceptEnd(Token.Fi, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'fi' to close 'if'", this.tok.getPos());
    command3.end = closeEnd >= 0 ? closeEnd : branchPos;
    this.syntaxDepth--;
    return command3;
  }
  // for_clause := FOR word [IN word* (';'|NL)] DO list DONE
  //            | FOR '((' expr '))' [';'|NL] DO list DONE
  forClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.tok.peek(LexContext.Normal).token === Token.LParen) {
      return this.cStyleFor(pos);
    }
    const name = this.readRequiredWord("for");
    let wordlist;
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
      this.tok.next(LexContext.CommandStart);
      wordlist = [];
      while (this.tok.peek(LexContext.Normal).token === Token.Word) {
        wordlist.push(this.readWord(LexContext.Normal));
      }
    }
    this.skipSemi();
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
      const bg = this.braceGroup();
      return { type: "For", pos, end: bg.end, name, wordlist, body: bg.body };
    }
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum for nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error("expected 'done' to close 'for'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "For", pos, end: end2, name, wordlist, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const body = this.doBody(hasDo);
    this.syntaxDepth--;
    this.skipSemi();
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'done' to close 'for'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "For", pos, end, name, wordlist, body: this.makeCompoundList(body) };
  }
  // C-style for: (( expr; expr; expr )) [;|NL] do list done | { list }
  cStyleFor(pos) {
    const [initStr, testStr, updateStr, initPos, testPos, updatePos] = this.tok.readCStyleForExprs();
    if (this.tok.peek(LexContext.CommandStart).token === Token.Semi)
      this.tok.next(LexContext.CommandStart);
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
      const bg = this.braceGroup();
      return new ArithmeticForImpl(pos, bg.end, bg.body, initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
    }
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum for nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error("expected 'done' to close 'for'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return new ArithmeticForImpl(pos, end2, this.makeCompoundList([]), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
    }
    this.syntaxDepth++;
    const body = this.doBody(hasDo);
    this.syntaxDepth--;
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'done' to close 'for'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return new ArithmeticForImpl(pos, end, this.makeCompoundList(body), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
  }
  whileClause() {
    return this.whileOrUntil("while");
  }
  untilClause() {
    return this.whileOrUntil("until");
  }
  whileOrUntil(kind) {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error(`maximum ${kind} nesting depth exceeded`, pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return {
        type: "While",
        pos,
        end: end2,
        kind,
        clause: this.makeCompoundList([]),
        body: this.makeCompoundList([])
      };
    }
    this.syntaxDepth++;
    const clauseCommands = this.list();
    const emptyClausePos = this.emptyListPos(clauseCommands);
    const clause = this.makeCompoundList(clauseCommands);
    this.skipSemi();
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    else if (emptyClausePos >= 0)
      this.error(`expected command after '${kind}'`, emptyClausePos);
    const body = this.doBody(hasDo);
    this.skipSemi();
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    this.syntaxDepth--;
    return { type: "While", pos, end, kind, clause, body: this.makeCompoundList(body) };
  }
  // case_clause := CASE word IN (pattern) list (;; | ;& | ;;&) ... ESAC
  caseClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const word = this.readRequiredWord("case");
    this.skipNewlines(LexContext.CommandStart);
    if (!this.accept(Token.In, LexContext.CommandStart))
      this.error("expected 'in' after 'case' word", this.tok.getPos());
    this.skipNewlines(LexContext.CasePattern);
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum case nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Esac);
      if (closeEnd2 < 0)
        this.error("expected 'esac' to close 'case'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "Case", pos, end: end2, word, items: [] };
    }
    this.syntaxDepth++;
    const items = [];
    let invalid = false;
    let t = this.tok.peek(LexContext.CasePattern).token;
    while (t !== Token.Esac && t !== Token.EOF) {
      const itemPos = this.tok.peek(LexContext.Normal).pos;
      this.accept(Token.LParen, LexContext.Normal);
      const pattern2 = [];
      let expectWord = true;
      let next = this.tok.peek(LexContext.Normal);
      while (next.token !== Token.RParen && next.token !== Token.EOF) {
        const valid = next.token === (expectWord ? Token.Word : Token.Pipe);
        if (valid)
          expectWord = !expectWord;
        else if (!invalid) {
          this.unexpectedToken(next);
          invalid = true;
        }
        const tok = this.tok.next(LexContext.Normal);
        if (tok.token === Token.Word)
          pattern2.push(this.toWord(tok));
        next = this.tok.peek(LexContext.Normal);
      }
      if (expectWord && next.token === Token.RParen && !invalid) {
        this.unexpectedToken(next);
        invalid = true;
      }
      const rparenEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
      const cmds = this.list();
      const bodyPos = rparenEnd >= 0 ? rparenEnd : pattern2.length > 0 ? pattern2[pattern2.length - 1].end : itemPos;
      const itemEnd = cmds.length > 0 ? cmds[cmds.length - 1].end : bodyPos;
      const item2 = {
        type: "CaseItem",
        pos: itemPos,
        end: itemEnd,
        pattern: pattern2,
        body: cmds.length > 0 ? this.makeCompoundList(cmds) : { type: "CompoundList", pos: bodyPos, end: bodyPos, commands: [] },
        terminator: void 0
      };
      const after = this.tok.peek(LexContext.CommandStart);
      t = after.token;
      if (t === Token.DoubleSemi || t === Token.SemiAmp || t === Token.DoubleSemiAmp) {
        const termTok = this.tok.next(LexContext.CommandStart);
        item2.terminator = CASE_TERMINATORS[termTok.token];
        item2.end = termTok.end;
      } else if (t !== Token.Esac && t !== Token.EOF && !invalid) {
        this.unexpectedToken(after);
        invalid = true;
      }
      items.push(item2);
      this.skipNewlines(LexContext.CasePattern);
      t = this.tok.peek(LexContext.CasePattern).token;
    }
    const closeEnd = this.acceptEnd(Token.Esac, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'esac' to close 'case'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    this.syntaxDepth--;
    return { type: "Case", pos, end, word, items };
  }
  // select_clause := SELECT word [IN word* (';'|NL)] DO list DONE
  selectClause() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const name = this.readRequiredWord("select");
    let wordlist;
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
      this.tok.next(LexContext.CommandStart);
      wordlist = [];
      while (this.tok.peek(LexContext.Normal).token === Token.Word) {
        wordlist.push(this.readWord(LexContext.Normal));
      }
    }
    this.skipSemi();
    this.skipNewlines(LexContext.CommandStart);
    if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
      const bg = this.braceGroup();
      return { type: "Select", pos, end: bg.end, name, wordlist, body: bg.body };
    }
    const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
    if (!hasDo)
      this.error("expected 'do'", this.tok.getPos());
    if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
      this.error("maximum select nesting depth exceeded", pos);
      const closeEnd2 = this.tok.skipCompoundBody(Token.Done);
      if (closeEnd2 < 0)
        this.error("expected 'done' to close 'select'", this.tok.getPos());
      const end2 = closeEnd2 >= 0 ? closeEnd2 : pos;
      return { type: "Select", pos, end: end2, name, wordlist, body: this.makeCompoundList([]) };
    }
    this.syntaxDepth++;
    const body = this.doBody(hasDo);
    this.syntaxDepth--;
    this.skipSemi();
    const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
    if (closeEnd < 0)
      this.error("expected 'done' to close 'select'", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "Select", pos, end, name, wordlist, body: this.makeCompoundList(body) };
  }
  // test_command := [[ test_expr ]]
  testCommand() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const expr = this.parseTestOr();
    const closeEnd = this.acceptEnd(Token.DblRBracket, LexContext.TestMode);
    if (closeEnd < 0)
      this.error("expected ']]' to close '[['", this.tok.getPos());
    const end = closeEnd >= 0 ? closeEnd : pos;
    return { type: "TestCommand", pos, end, expression: expr };
  }
  // test_or := test_and ('||' test_and)*
  parseTestOr() {
    const first = this.parseTestAnd();
    if (this.tok.peek(LexContext.TestMode).token !== Token.Or)
      return first;
    const operands3 = [first];
    do {
      this.tok.next(LexContext.TestMode);
      operands3.push(this.parseTestAnd());
    } while (this.tok.peek(LexContext.TestMode).token === Token.Or);
    return {
      type: "TestLogical",
      pos: first.pos,
      end: operands3[operands3.length - 1].end,
      operator: "||",
      operands: operands3
    };
  }
  // test_and := test_not ('&&' test_not)*
  parseTestAnd() {
    const first = this.parseTestNot();
    if (this.tok.peek(LexContext.TestMode).token !== Token.And)
      return first;
    const operands3 = [first];
    do {
      this.tok.next(LexContext.TestMode);
      operands3.push(this.parseTestNot());
    } while (this.tok.peek(LexContext.TestMode).token === Token.And);
    return {
      type: "TestLogical",
      pos: first.pos,
      end: operands3[operands3.length - 1].end,
      operator: "&&",
      operands: operands3
    };
  }
  // test_not := '!' test_not | test_primary
  parseTestNot() {
    let t = this.tok.peek(LexContext.TestMode);
    if (!isTestNegation(t))
      return this.parseTestPrimary();
    const negations = [];
    while (isTestNegation(t)) {
      const bang = this.tok.next(LexContext.TestMode);
      negations.push({ type: "Negation", pos: bang.pos, end: bang.end });
      t = this.tok.peek(LexContext.TestMode);
    }
    const operand2 = this.parseTestPrimary();
    return { type: "TestNot", pos: negations[0].pos, end: operand2.end, negations, operand: operand2 };
  }
  // test_primary := '(' test_or ')' | unary_op word | word binary_op word | word
  parseTestPrimary() {
    if (this.tok.peek(LexContext.TestMode).token === Token.LParen) {
      const openPos = this.tok.next(LexContext.TestMode).pos;
      if (this.syntaxDepth >= MAX_SYNTAX_NESTING) {
        this.error("maximum test group nesting depth exceeded", openPos);
        const closeEnd2 = this.tok.skipTestGroup();
        if (closeEnd2 < 0)
          this.error("expected ')' to close test group", this.tok.getPos());
        const end2 = closeEnd2 >= 0 ? closeEnd2 : openPos;
        const operand2 = new WordImpl("", openPos, openPos);
        const expression2 = {
          type: "TestUnary",
          pos: openPos,
          end: openPos,
          operator: "-n",
          operand: operand2
        };
        return { type: "TestGroup", pos: openPos, end: end2, expression: expression2 };
      }
      this.syntaxDepth++;
      const expr = this.parseTestOr();
      this.syntaxDepth--;
      const closeEnd = this.acceptEnd(Token.RParen, LexContext.TestMode);
      if (closeEnd < 0)
        this.error("expected ')' to close test group", this.tok.getPos());
      const end = closeEnd >= 0 ? closeEnd : openPos;
      return { type: "TestGroup", pos: openPos, end, expression: expr };
    }
    const first = this.tok.next(LexContext.TestMode);
    if (first.token === Token.And || first.token === Token.Or)
      this.unexpectedToken(first);
    const val = first.value;
    const firstPos = first.pos;
    const firstEnd = first.end;
    if (first.keywordEligible && UNARY_TEST_OPS[val] === 1) {
      if (this.tok.peek(LexContext.TestMode).token === Token.Word) {
        const operand3 = this.readTestOperand();
        return {
          type: "TestUnary",
          pos: firstPos,
          end: operand3.end,
          operator: val,
          operand: operand3
        };
      }
      this.error("expected operand after unary test operator", firstEnd);
      const operand2 = new WordImpl("", firstEnd, firstEnd);
      return { type: "TestUnary", pos: firstPos, end: firstEnd, operator: val, operand: operand2 };
    }
    const nt = this.tok.peek(LexContext.TestMode);
    if (nt.token === Token.Word && nt.keywordEligible && BINARY_TEST_OPS[nt.value] === 1) {
      const op = this.tok.next(LexContext.TestMode).value;
      let right;
      if (op === "=~") {
        const token = this.tok.readTestRegexWord();
        right = new WordImpl(this.source.slice(token.pos, token.end), token.pos, token.end, this.source, embeddedPartsResolver(this.tok.getSubstitutionContext()), this.depth);
      } else {
        right = this.readTestOperand();
      }
      const left = this.toWordFromPosEnd(first, firstPos, firstEnd);
      return {
        type: "TestBinary",
        pos: firstPos,
        end: right.end,
        operator: op,
        left,
        right
      };
    }
    const w = this.toWordFromPosEnd(first, firstPos, firstEnd);
    return { type: "TestUnary", pos: firstPos, end: w.end, operator: "-n", operand: w };
  }
  // Unquoted `<` and `>` are operators in `[[ ]]`, never operands.
  readTestOperand() {
    const t = this.tok.next(LexContext.TestMode);
    if (t.keywordEligible && (t.value === "<" || t.value === ">"))
      this.error(`unexpected argument '${t.value}' to conditional operator`, t.pos);
    return this.toWord(t);
  }
  // function_def with 'function' keyword
  functionDef() {
    const pos = this.tok.next(LexContext.CommandStart).pos;
    const name = this.readWord(LexContext.FunctionName);
    let body;
    if (this.tok.peek(LexContext.CommandStart).token === Token.LParen) {
      const openPos = this.tok.next(LexContext.CommandStart).pos;
      if (this.tok.peek(LexContext.CommandStart).token === Token.RParen) {
        this.tok.next(LexContext.CommandStart);
        this.skipNewlines(LexContext.CommandStart);
        body = this.commandAsBody();
      } else {
        body = this.withRedirects(this.subshellBody(openPos));
      }
    } else {
      this.skipNewlines(LexContext.CommandStart);
      body = this.commandAsBody();
    }
    return { type: "Function", pos, end: body.end, name, body };
  }
  // simple_command or function_def (word '(' ')' body)
  simpleCommandOrFunction(coproc) {
    const prefix = [];
    const cmdPos = this.tok.peek(LexContext.CommandStart).pos;
    let lastEnd = cmdPos;
    let ctx = LexContext.CommandStart;
    for (; ; ) {
      const t = this.tok.peek(ctx).token;
      if (t === Token.Assignment) {
        const assignment = this.tok.next(ctx);
        lastEnd = assignment.end;
        prefix.push(this.parseAssignment(assignment));
      } else if (t === Token.Redirect) {
        const redirect = this.readRedirect(ctx);
        prefix.push(redirect);
        lastEnd = redirect.end;
      } else {
        break;
      }
      ctx = LexContext.CommandPrefix;
    }
    if (this.tok.peek(LexContext.Normal).token !== Token.Word) {
      return new CommandImpl(cmdPos, lastEnd, void 0, prefix, []);
    }
    const nameToken = this.tok.next(LexContext.Normal);
    const keyword = nameToken.keywordEligible ? nameToken.value : "";
    const name = this.toWord(nameToken);
    ctx = isDeclarationCommand(keyword) ? LexContext.Declaration : keyword === "eval" || keyword === "let" ? LexContext.EvalArgument : LexContext.Normal;
    lastEnd = name.end;
    const suffix = [];
    if (coproc) {
      while (this.tok.peek(LexContext.CommandPrefix).token === Token.Assignment) {
        const token = this.tok.next(LexContext.CommandPrefix);
        const word = ctx === LexContext.Declaration ? this.parseAssignment(token) : this.toWord(token);
        suffix.push(word);
        lastEnd = word.end;
      }
    }
    if (this.tok.peek(ctx).token === Token.LParen && suffix.length === 0) {
      this.tok.next(LexContext.Normal);
      if (this.tok.peek(LexContext.Normal).token === Token.RParen) {
        this.tok.next(LexContext.Normal);
        this.skipNewlines(LexContext.CommandStart);
        const body = this.commandAsBody();
        return {
          type: "Function",
          pos: name.pos,
          end: body.end,
          name,
          body
        };
      }
    }
    for (; ; ) {
      const st = this.tok.peek(ctx).token;
      if (st === Token.Word || st === Token.Assignment) {
        const token = this.tok.next(ctx);
        const w = st === Token.Assignment ? this.parseAssignment(token) : this.toWord(token);
        suffix.push(w);
        lastEnd = w.end;
      } else if (st === Token.Redirect) {
        const redirect = this.readRedirect(ctx);
        suffix.push(redirect);
        lastEnd = redirect.end;
      } else {
        break;
      }
    }
    return new CommandImpl(cmdPos, lastEnd, name, prefix, suffix);
  }
  readRedirect(ctx) {
    const t = this.tok.next(ctx);
    const tPos = t.pos;
    const tEnd = t.end;
    const descriptor = t.fileDescriptor !== void 0 ? { type: "FileDescriptor", pos: tPos, end: t.descriptorEnd, value: t.fileDescriptor } : t.variableName !== void 0 ? { type: "FileDescriptorVariable", pos: tPos, end: t.descriptorEnd, name: t.variableName } : void 0;
    const hasTarget = t.targetEnd > t.targetPos;
    if (!hasTarget)
      this.error("expected redirect target", t.targetPos);
    if (t.value === "<<" || t.value === "<<-") {
      const r = {
        type: "HereDoc",
        pos: tPos,
        end: tEnd,
        operator: t.value,
        descriptor,
        delimiter: hasTarget ? {
          type: "HereDocDelimiter",
          pos: t.targetPos,
          end: t.targetEnd,
          text: this.source.slice(t.targetPos, t.targetEnd),
          value: t.content ?? "",
          quoted: t.delimiterQuoted
        } : void 0,
        body: new HereDocBodyImpl(this.source, tEnd, t.delimiterQuoted, this.depth, this.tok.getSubstitutionContext()),
        closing: void 0
      };
      if (hasTarget)
        this.tok.registerHereDocTarget(r);
      return r;
    }
    const target = hasTarget ? new WordImpl(this.source.slice(t.targetPos, t.targetEnd), t.targetPos, t.targetEnd, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth) : void 0;
    return t.value === "<<<" ? { type: "HereString", pos: tPos, end: tEnd, operator: "<<<", descriptor, target } : { type: "Redirect", pos: tPos, end: tEnd, operator: REDIRECT_OPS[t.value] ?? ">", descriptor, target };
  }
  commandAsBody() {
    const cmd = this.command();
    if (cmd && cmd.type !== "Command" && cmd.type !== "Function" && cmd.type !== "Coproc")
      return cmd;
    this.error("expected compound command as function body", cmd?.pos ?? this.tok.getPos());
    return this.makeCompoundList(cmd ? [this.makeStatement(cmd)] : []);
  }
  readWord(ctx) {
    return this.toWord(this.tok.next(ctx));
  }
  // A missing word stays empty and leaves its token to the rest of the clause.
  readRequiredWord(keyword) {
    const t = this.tok.peek(LexContext.Normal);
    if (t.token === Token.Word)
      return this.toWord(this.tok.next(LexContext.Normal));
    if (t.token !== Token.EOF)
      this.error(`expected word after '${keyword}'`, t.pos);
    return new WordImpl("", t.pos, t.pos);
  }
  toWord(tok) {
    const text = tok.raw ? tok.value : this.source.slice(tok.pos, tok.end);
    const source = tok.raw && tok.keywordEligible ? void 0 : this.source;
    return new WordImpl(text, tok.pos, tok.end, source, source === void 0 ? computeBareWordParts : wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
  }
  toWordFromPosEnd(tok, pos, end) {
    if (tok.pos === pos && tok.end === end)
      return this.toWord(tok);
    return new WordImpl(this.source.slice(pos, end), pos, end, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
  }
  parseAssignment(token) {
    const text = token.raw ? token.value : this.source.slice(token.pos, token.end);
    return new AssignmentImpl(text, token.pos, token.end, this.source, token.assignmentOperatorPos, this.depth, this.tok.getSubstitutionContext());
  }
  makeCompoundList(commands3) {
    const p = this.tok.getPos();
    const pos = commands3.length > 0 ? commands3[0].pos : p;
    const end = commands3.length > 0 ? commands3[commands3.length - 1].end : p;
    return { type: "CompoundList", pos, end, commands: commands3 };
  }
};

// src/scripts/shell/parse.ts
function parseShell(source) {
  try {
    return parse2(source);
  } catch (error) {
    const message = `the parser gave up (${error.message})`;
    return {
      type: "Script",
      pos: 0,
      end: 0,
      shebang: void 0,
      commands: [],
      errors: [{ message, pos: 0 }]
    };
  }
}

// src/scripts/shell/scope.ts
function lookUp(scope, name) {
  for (let layer = scope; layer !== void 0; layer = layer.parent) {
    if (layer.own.has(name)) return layer.own.get(name);
  }
  return void 0;
}
function fork(parent) {
  return { own: /* @__PURE__ */ new Map(), parent };
}
function join(scope, branches, unite) {
  const names2 = new Set(branches.flatMap((branch) => [...branch.own.keys()]));
  for (const name of names2) {
    const values = branches.map((branch) => lookUp(branch, name));
    scope.own.set(name, values.length === 1 ? values[0] : unite(values, name));
  }
}

// src/scripts/shell/nested.ts
var HOLE = "__holdfast_";
function runNested(run, text, at) {
  const { machine, state } = run;
  if (text.length === 0) return;
  if (text.length === 1 && literalOf(text) === void 0) {
    note(run, "dynamic", at.pos, shown(text));
    return;
  }
  if (machine.running.length >= MOST_DEPTH) {
    note(run, "limit", at.pos, `shells nested more than ${MOST_DEPTH} deep`);
    return;
  }
  const holes = /* @__PURE__ */ new Map();
  const inserted = /* @__PURE__ */ new Map();
  const source = text.map((part) => {
    if (typeof part === "string") return part;
    if (part.is === "glob") return part.name;
    const name = `${HOLE}${holes.size}`;
    holes.set(name, { texts: [[part]] });
    inserted.set(`\${${name}}`, shown([part]));
    return `\${${name}}`;
  }).join("");
  const script = parseShell(source);
  const frame = { script: run.frame.script, source, place: placesOf(run.frame, source, at), inserted };
  noteErrors({ ...run, frame }, script);
  machine.running.push("");
  const variables = fork(state.variables);
  for (const [name, value] of holes) state.variables.own.set(name, value);
  const { options } = state;
  const checked2 = script.commands.length === 1 ? { ...options, errexit: true } : options;
  state.options = checked2;
  machine.interpreter.statements({ machine, frame, state }, script.commands);
  if (state.options === checked2) state.options = options;
  for (const name of holes.keys()) state.variables.own.set(name, variables.parent?.own.get(name));
  machine.running.pop();
}
function placesOf(frame, source, at) {
  const around = frame.source.slice(at.pos, at.end);
  const start = around.indexOf(source);
  if (start !== -1 && source !== "") return (offset) => frame.place(at.pos + start + offset);
  const first = frame.place(at.pos);
  const last = frame.place(Math.max(at.pos, at.end - 1));
  const within = placeFinder(source);
  return (offset) => {
    const { line, column } = within(offset);
    return { line: Math.min(last.line, first.line + line - 1), column: line === 1 ? first.column : column };
  };
}
function asWritten(frame, { pos, end }) {
  let written = frame.written?.(pos, end) ?? frame.source.slice(pos, end);
  for (const [variable2, name] of frame.inserted ?? []) written = written.replaceAll(variable2, name);
  return written.slice(0, LONGEST_TEXT);
}

// src/scripts/shell/braces.ts
var MOST_ITEMS = 201;
var MOST_WORDS = 201;
var MOST_ROUNDS = 12;
function bracesOf(word) {
  let words = opened(word);
  for (let round = 1; words !== void 0 && round < MOST_ROUNDS; round++) {
    const next = words.flatMap((each) => opened(each) ?? [each]).slice(0, MOST_WORDS);
    if (next.length === words.length) break;
    words = next;
  }
  return words;
}
function opened(word) {
  const brace = word.parts?.find((part) => part.type === "BraceExpansion");
  if (brace === void 0) return void 0;
  const before = word.text.slice(0, brace.pos - word.pos);
  const after = word.text.slice(brace.end - word.pos);
  const items = itemsOf(brace.text.slice(1, -1));
  if (items === void 0) return void 0;
  const { commands: commands3 } = parseShell(items.map((item2) => `: ${before}${item2}${after}`).join("\n"));
  return commands3.flatMap(({ command: command3 }) => {
    const [only2] = command3.type === "Command" ? command3.args : [];
    return only2?.type === "Word" ? [only2] : [];
  });
}
function itemsOf(body) {
  const range = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.-?(\d+))?$/.exec(body);
  if (range !== null) return rangeOf(range[1], range[2], Number(range[3] ?? 1));
  const items = [""];
  let depth = 0;
  let quote = "";
  for (const character of body) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (character === "," && depth === 0 && quote === "") items.push("");
    else items[items.length - 1] += character;
  }
  return items.length > 1 ? items.slice(0, MOST_ITEMS) : void 0;
}
function rangeOf(from, to, step2) {
  const numeric = /\d/.test(from) && /\d/.test(to);
  if (!numeric && (/\d/.test(from) || /\d/.test(to))) return void 0;
  const [first, last] = numeric ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  const width = /^-?0\d/.test(from) ? from.length : 0;
  const count = Math.min(MOST_ITEMS, Math.floor(Math.abs(last - first) / (step2 || 1)) + 1);
  return Array.from({ length: count }, (_, index) => {
    const value = first + (last < first ? -1 : 1) * index * (step2 || 1);
    return numeric ? String(value).padStart(width, "0") : String.fromCharCode(value);
  });
}

// src/scripts/shell/state.ts
var MOST_VALUES = 8;
var MOST_VIA = 12;
function forked(run, changes = {}) {
  const { state } = run;
  return {
    ...run,
    state: { ...state, variables: fork(state.variables), functions: fork(state.functions), ...changes }
  };
}
function distinctTexts(texts) {
  const found3 = [];
  for (const text of texts) {
    if (found3.length === MOST_VALUES) break;
    if (!found3.some((known) => sameText(known, text))) found3.push(text);
  }
  return found3;
}
var MOST_COMBINED = 100;
function combined(alternatives2, unite) {
  let all = [[]];
  let copies2 = 0;
  for (const texts of alternatives2) {
    if (texts.length === 1 || copies2 === MOST_COMBINED) {
      for (const start of all) start.push(texts[0] ?? []);
      continue;
    }
    copies2 += 1;
    all = all.flatMap((start) => texts.map((text) => [...start, text])).slice(0, MOST_VALUES * 2);
  }
  return distinctTexts(all.map(unite));
}
function inside(via, step2) {
  return via.length < MOST_VIA ? [...via, step2] : via;
}
function backupKey(host, location) {
  return `${host.kind}:${host.name ?? ""}:${shown(location)}`;
}

// src/scripts/shell/variables.ts
var CHECKOUT = /* @__PURE__ */ new Set([
  "GITHUB_WORKSPACE",
  "CI_PROJECT_DIR",
  "BUILD_SOURCESDIRECTORY",
  "BITBUCKET_CLONE_DIR",
  "CIRCLE_WORKING_DIRECTORY"
]);
function variable({ state }, name) {
  const known = lookUp(state.variables, name);
  if (known !== void 0) return known;
  if (name === "0" || name === "BASH_SOURCE") return { texts: [state.zero] };
  if (name === "PWD") return { texts: state.directories.map(absoluteOf) };
  if (CHECKOUT.has(name)) return { texts: [[ROOT]] };
  if (/^[1-9]\d*$/.test(name)) return positional(state, Number(name));
  if ((name === "@" || name === "*") && state.positional !== void 0) {
    return { texts: [[{ name, is: "value" }]], items: state.positional };
  }
  return { texts: [[{ name, is: "value" }]] };
}
function isSet({ state }, name) {
  return lookUp(state.variables, name) !== void 0 || /^\W|^\d+$|^(PWD|OLDPWD|HOME|USER|UID|EUID|HOSTNAME|RANDOM|SECONDS|PPID|SHELL|PATH|BASH\w*|LINENO|IFS|PIPESTATUS|FUNCNAME|REPLY|OPTARG)$/.test(
    name
  ) || CHECKOUT.has(name);
}
function positional(state, index) {
  if (state.positional === void 0) return { texts: [[{ name: String(index), is: "value" }]] };
  return { texts: state.positional[index - 1]?.values ?? [[]] };
}
function absoluteOf(directory2) {
  const [first] = directory2;
  if (first === void 0) return [ROOT];
  if (typeof first !== "string" || first.startsWith("/")) return directory2;
  return [ROOT, `/${first}`, ...directory2.slice(1)];
}
function assign(run, name, value) {
  const texts = value.texts.map((text) => named(text, name));
  run.state.variables.own.set(name, { ...value, texts });
}
function named(text, name) {
  const [only2] = text;
  const printed2 = text.length === 1 && typeof only2 === "object" && only2.is === "value" && !/^\w+$/.test(only2.name);
  return printed2 ? [{ name, is: "value" }] : text;
}
function unknownValue(name) {
  return { texts: [[{ name, is: "value" }]] };
}
function itemsOf2(value, at) {
  return value.items ?? [{ values: value.texts, ...at }];
}

// src/scripts/shell/parameter.ts
function parameterTexts(run, part, expand2) {
  const { parameter: name, prefix, index, operation } = part;
  const unknown2 = [[{ name: part.text.slice(2, -1), is: "value" }]];
  if (prefix === "#") return unknown2;
  if (prefix === "!") return indirect(run, part) ?? unknown2;
  const value = variable(run, name);
  const texts = index === void 0 ? value.items?.[0]?.values ?? value.texts : item(run, part) ?? unknown2;
  if (operation === void 0) return texts;
  switch (operation.type) {
    case "Default":
      return withDefault(run, name, texts, operation.operator, () => expand2(operation.operand));
    case "Remove": {
      const patterns = expand2(operation.operand);
      return combined(
        [texts, patterns],
        ([text = [], pattern2 = []]) => removed(text, operation.operator, pattern2) ?? unknown2[0]
      );
    }
    case "Replace": {
      const [from, to] = [expand2(operation.pattern), expand2(operation.replacement)];
      return combined(
        [texts, from, to],
        ([text = [], pattern2 = [], put = []]) => replaced(text, operation.operator, pattern2, put) ?? unknown2[0]
      );
    }
    case "CaseModification":
      return texts.map((text) => changedCase(text, operation.operator) ?? unknown2[0]);
    case "Slice": {
      const [from, length] = [operation.offset, operation.length].map(
        (word) => word === void 0 ? void 0 : Number(word.value)
      );
      return texts.map((text) => sliced(text, from, length) ?? unknown2[0]);
    }
    default:
      return unknown2;
  }
}
function item(run, { parameter, index }) {
  const { items, texts } = variable(run, parameter);
  const at = Number(index.value);
  if (items === void 0) return at === 0 ? texts : void 0;
  return Number.isInteger(at) ? items.at(at)?.values : void 0;
}
function indirect(run, { parameter, operation }) {
  const names2 = variable(run, parameter).texts.map(literalOf);
  if (operation !== void 0 || names2.some((name) => name === void 0)) return void 0;
  return distinctTexts(names2.flatMap((name) => variable(run, name).texts));
}
function withDefault(run, name, texts, operator, operand2) {
  const colon = operator.startsWith(":");
  const set = texts.filter((text) => !colon || literalOf(text) !== "");
  const surely = isSet(run, name) && set.length === texts.length && texts.every((text) => literalOf(text) !== void 0);
  switch (operator.replace(":", "")) {
    case "+":
      return surely ? operand2() : distinctTexts([...operand2(), []]);
    case "?":
      return set.map(checked);
    default: {
      if (surely) return texts;
      const values = distinctTexts([...operand2(), ...set.map(checked)]);
      if (operator.endsWith("=")) assign(run, name, { texts: values });
      return values;
    }
  }
}
function checked(text) {
  return text.map((part) => typeof part === "string" ? part : { ...part, checked: true });
}
function removed(text, operator, pattern2) {
  const glob = shown(pattern2);
  if (operator === "##" && glob === "*/") return nameOf(text);
  if (operator === "%" && glob === "/*") return shown(text).includes("/") ? parentOf(text) : text;
  const literal = literalOf(text);
  const expression2 = expressionOf(pattern2, operator === "##" || operator === "%%");
  if (expression2 === void 0) return void 0;
  if (literal !== void 0) return [cut(literal, operator, expression2)];
  const plain = literalOf(pattern2);
  if (plain === void 0) return void 0;
  if (operator.startsWith("#"))
    return knownStart(text).startsWith(plain) ? withoutStart(text, plain.length) : void 0;
  if (!knownEnd(text).endsWith(plain)) return void 0;
  return joined(text.slice(0, -1), [knownEnd(text).slice(0, -plain.length || void 0)]);
}
function cut(text, operator, expression2) {
  if (operator.startsWith("#")) return text.replace(new RegExp(`^(?:${expression2})`, "s"), "");
  const pattern2 = new RegExp(`^(?:${expression2})$`, "s");
  const starts = Array.from({ length: text.length + 1 }, (_, index) => index);
  const start = (operator === "%" ? starts.reverse() : starts).find((at) => pattern2.test(text.slice(at)));
  return start === void 0 ? text : text.slice(0, start);
}
function replaced(text, operator, pattern2, put) {
  const [literal, by] = [literalOf(text), literalOf(put)];
  const expression2 = expressionOf(pattern2, true);
  if (literal === void 0 || by === void 0 || expression2 === void 0) return void 0;
  const anchored2 = operator === "/#" ? `^(?:${expression2})` : operator === "/%" ? `(?:${expression2})$` : expression2;
  return [literal.replace(new RegExp(anchored2, operator === "//" ? "gs" : "s"), () => by)];
}
function expressionOf(pattern2, greedy) {
  let expression2 = "";
  let stars = 0;
  for (const part of pattern2) {
    if (typeof part === "string") expression2 += escapeExpression(part);
    else if (part.is !== "glob" || !/^[*?]+$/.test(part.name)) return void 0;
    else if (part.name === "?") expression2 += ".";
    else {
      stars += 1;
      expression2 += greedy ? ".*" : ".*?";
    }
  }
  return stars > 3 || expression2 === "" ? void 0 : expression2;
}
function changedCase(text, operator) {
  const literal = literalOf(text);
  if (literal === void 0) return void 0;
  const change2 = (part) => operator.startsWith("^") ? part.toUpperCase() : part.toLowerCase();
  return [operator.length === 2 ? change2(literal) : change2(literal.slice(0, 1)) + literal.slice(1)];
}
function sliced(text, from, length) {
  const literal = literalOf(text);
  if (literal === void 0 || !Number.isInteger(from) || from < 0) return void 0;
  if (length === void 0) return [literal.slice(from)];
  return Number.isInteger(length) && length >= 0 ? [literal.slice(from, from + length)] : void 0;
}

// src/scripts/shell/substitute.ts
function substituted(run, { script, text, pos }) {
  const unknown2 = [[{ name: text, is: "value" }]];
  if (script === void 0) return unknown2;
  const inner = forked(run, { output: [[]] });
  if (script.source !== void 0) {
    const { place: place2 } = run.frame;
    inner.frame = { ...run.frame, source: script.source, place: () => place2(pos) };
  }
  noteErrors(inner, script);
  run.machine.interpreter.statements(inner, script.commands);
  const output = inner.state.output ?? [];
  return output.length === 0 ? unknown2 : output.map(withoutNewlines);
}
function withoutNewlines(text) {
  const end = knownEnd(text);
  if (!end.endsWith("\n")) return text;
  const kept2 = end.replace(/\n+$/, "");
  return [...text.slice(0, -1), ...kept2 === "" ? [] : [kept2]];
}

// src/scripts/shell/words.ts
var MOST_FIELDS = 200;
function expandWord(run, word) {
  const at = { pos: word.pos, end: word.end };
  const braces = bracesOf(word);
  if (braces !== void 0)
    return firstFields(run, braces, word).flatMap(
      (one) => expandPlain(run, one).map((field) => ({ ...field, ...at }))
    );
  return expandPlain(run, word);
}
function expandPlain(run, word) {
  const at = { pos: word.pos, end: word.end };
  const { parts } = word;
  if (parts === void 0) return [{ values: [tilde(word.value, word.text)], ...at }];
  const [only2] = parts;
  if (parts.length === 1 && only2 !== void 0) {
    const list = listOf(run, only2) ?? (only2.type === "DoubleQuoted" && only2.parts.length === 1 ? listOf(run, only2.parts[0]) : void 0);
    if (list !== void 0) return firstFields(run, list, word).map((field) => ({ ...field, ...at }));
  }
  const values = textsOf(run, parts, word.text);
  if (!parts.some(isUnquotedExpansion)) return [{ values, ...at }];
  const mayVanish = values.some((text) => fieldsOf(text).length === 0);
  return firstFields(run, splitFields(values), word).map((texts) => ({
    values: texts,
    ...at,
    ...mayVanish && { mayVanish: true }
  }));
}
function firstFields(run, fields, { pos }) {
  if (fields.length > MOST_FIELDS)
    note(run, "limit", pos, `a word that becomes more than ${MOST_FIELDS} words`);
  return fields.slice(0, MOST_FIELDS);
}
function expandText(run, word) {
  if (word.parts === void 0) return [tilde(word.value, word.text)];
  return textsOf(run, word.parts, word.text);
}
function textsOf(run, parts, source = "") {
  const texts = combined(
    parts.map((part) => partTexts(run, part)),
    joinedAll
  );
  return source.startsWith("~/") ? texts.map((text) => tilde(literalOf(text) ?? text, source)) : texts;
}
function listOf(run, part) {
  const at = { pos: part.pos, end: part.end };
  if (part.type === "SimpleExpansion" && /^\$[@*]$/.test(part.text)) {
    const value2 = variable(run, part.text.slice(1));
    return value2.items === void 0 ? void 0 : itemsOf2(value2, at);
  }
  if (part.type !== "ParameterExpansion" || part.prefix !== void 0) return void 0;
  const all = part.parameter === "@" || part.index !== void 0 && /^[@*]$/.test(part.index.text);
  if (!all) return void 0;
  const value = variable(run, part.parameter);
  if (value.items === void 0) return void 0;
  return part.operation === void 0 ? value.items : modifiedItems(run, part, value.items);
}
function modifiedItems(run, part, items) {
  const { operation } = part;
  if (operation?.type === "Slice") {
    const [from, length] = [Number(operation.offset.value), Number(operation.length?.value ?? Number.NaN)];
    if (!Number.isInteger(from) || from < 0) return void 0;
    const start = part.parameter === "@" ? Math.max(0, from - 1) : from;
    return items.slice(start, Number.isNaN(length) ? void 0 : start + length);
  }
  return items.map((item2) => {
    const inner = {
      ...run,
      state: {
        ...run.state,
        variables: { own: /* @__PURE__ */ new Map([[part.parameter, { texts: item2.values }]]), parent: run.state.variables }
      }
    };
    return {
      ...item2,
      values: parameterTexts(inner, { ...part, index: void 0 }, (word) => expandText(run, word))
    };
  });
}
function partTexts(run, part) {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [part.value === "" ? [] : [part.value]];
    case "DoubleQuoted":
    case "LocaleString":
      return textsOf(run, part.parts);
    case "Glob":
    case "ExtendedGlob":
      return [[{ name: part.text, is: "glob" }]];
    case "SimpleExpansion": {
      const value = variable(run, part.text.slice(1));
      if (/^\$[@*]$/.test(part.text) && value.items !== void 0) return inOneText(value.items);
      return value.items?.[0]?.values ?? value.texts;
    }
    case "ParameterExpansion":
      return parameterTexts(run, part, (word) => expandText(run, word));
    case "CommandExpansion":
      return substituted(run, part);
    case "ProcessSubstitution":
      substituted(run, part);
      return [[{ name: part.text, is: "value" }]];
    case "ArithmeticExpansion":
      runWithin(run, part);
      return [[{ name: part.text, is: "value" }]];
    default:
      return [[{ name: part.text, is: "value" }]];
  }
}
function runWithin(run, node) {
  forEachChild(node, (child2) => {
    if (child2.type === "CommandExpansion" || child2.type === "ArithmeticCommandExpansion") {
      substituted(run, child2);
    } else {
      runWithin(run, child2);
    }
  });
}
function inOneText(items) {
  return combined(
    items.map(({ values }) => values),
    (texts) => joinedBy(" ", texts)
  );
}
function isUnquotedExpansion(part) {
  return part.type === "SimpleExpansion" || part.type === "ParameterExpansion" || part.type === "CommandExpansion";
}
function splitFields(values) {
  const lists = values.map(fieldsOf).filter((fields) => fields.length > 0);
  const length = Math.max(0, ...lists.map((fields) => fields.length));
  return Array.from(
    { length: Math.min(length, MOST_FIELDS + 1) },
    (_, index) => lists.flatMap((fields) => fields[index] === void 0 ? [] : [fields[index]])
  );
}
function fieldsOf(text) {
  return splitAt(text, /[ \t\n]+/).filter((field) => field.length > 0);
}
function tilde(value, source) {
  const text = typeof value === "string" ? [value] : value;
  if (!/^~(\/|$)/.test(source) || typeof text[0] !== "string") return joined(text);
  return joined([{ name: "HOME", is: "value" }, text[0].slice(1)], text.slice(1));
}

// src/scripts/shell/conditions.ts
var PLAIN = { plain: true, whenTrue: [], whenFalse: [] };
var EXISTENCE = new Set("-e -f -s -r -w -x -d -L -h -a".split(" "));
var ASKING = new Set(
  "grep egrep fgrep zgrep command which type hash id getent cmp diff pgrep mountpoint".split(" ")
);
function conditionOf(run, node, input) {
  if (node.type === "Pipeline" && node.commands.length === 1) {
    const outcome = conditionOf(run, node.commands[0], input);
    return node.prefixes.filter((prefix) => prefix.type === "Negation").length % 2 === 1 ? negated(outcome) : outcome;
  }
  if (node.type === "AndOr") return chain(run, node);
  if (node.type === "TestCommand") return expression(run, node.expression);
  if (node.type === "Command") {
    const name = node.name?.value;
    if (name === "[" || name === "test") return test(run, node);
    run.machine.interpreter.node(run, node, input);
    if (name === "true" || name === ":") return { ...PLAIN, known: true };
    if (name === "false") return { ...PLAIN, known: false };
    return asked(run, node, name);
  }
  run.machine.interpreter.node(run, node, input);
  return PLAIN;
}
function chain(run, node) {
  const allOf = (wanted) => node.operators.every((operator) => operator === wanted);
  if (node.commands.every(isTest)) {
    const outcomes = node.commands.map((command3) => conditionOf(run, command3));
    if (allOf("&&")) return both(outcomes);
    if (allOf("||")) return negated(both(outcomes.map(negated)));
  }
  run.machine.interpreter.node(run, node);
  return PLAIN;
}
function isTest(node) {
  if (node.type === "Pipeline" && node.commands.length === 1) return isTest(node.commands[0]);
  if (node.type === "TestCommand") return true;
  return node.type === "Command" && (node.name?.value === "[" || node.name?.value === "test");
}
function both(outcomes) {
  const certain = outcomes.every(({ known }) => known === true);
  const never = outcomes.some(({ known }) => known === false);
  const { bindings } = outcomes.find((outcome) => outcome.bindings !== void 0) ?? {};
  return {
    ...certain && { known: true },
    ...never && { known: false },
    plain: false,
    whenTrue: outcomes.flatMap(({ whenTrue }) => whenTrue),
    whenFalse: [],
    ...bindings && { bindings }
  };
}
function negated({ known, plain, whenTrue, whenFalse }) {
  return { ...known !== void 0 && { known: !known }, plain, whenTrue: whenFalse, whenFalse: whenTrue };
}
function asked(run, node, name) {
  const text = asWritten(run.frame, node);
  if (name === "ls" || name === "stat") {
    const last = node.args.at(-1);
    if (last?.type === "Word" && !last.text.startsWith("-"))
      return existence(run, expandText(run, last), text);
  }
  return name !== void 0 && ASKING.has(name) ? told(text) : PLAIN;
}
function told(text, kind = "condition") {
  return {
    plain: false,
    whenTrue: [{ kind, text }],
    whenFalse: [{ kind: "condition", text: `not ${text}` }]
  };
}
function existence(run, paths, text) {
  const located = run.state.directories.flatMap((directory2) => paths.map((path) => locate(directory2, path)));
  const exists = located.map((path) => ({ kind: "exists", path, text }));
  const missing = located.map((path) => ({ kind: "missing", path, text: `not ${text}` }));
  return { plain: false, whenTrue: exists, whenFalse: missing };
}
function test(run, node) {
  const text = asWritten(run.frame, node);
  const words = node.args.filter((word) => word.type === "Word");
  const operands3 = node.name?.value === "[" ? words.slice(0, -1) : words;
  return testWords(run, operands3, text);
}
function testWords(run, words, text) {
  const split = words.findIndex(({ text: word }) => word === "-a" || word === "-o");
  if (split > 0) {
    const parts = [words.slice(0, split), words.slice(split + 1)].map((part) => testWords(run, part, text));
    return words[split].text === "-a" ? both(parts) : negated(both(parts.map(negated)));
  }
  const [first, second, third] = words;
  if (first?.text === "!") return negated(testWords(run, words.slice(1), text));
  if (words.length === 2 && first !== void 0) return unary(run, first.text, second, text);
  if (words.length === 3 && third !== void 0) return binary(run, first, second.text, third, text);
  return told(text);
}
function expression(run, node) {
  const text = asWritten(run.frame, node);
  switch (node.type) {
    case "TestUnary":
      return unary(run, node.operator, node.operand, text);
    case "TestBinary":
      return binary(run, node.left, node.operator, node.right, text);
    case "TestNot": {
      const inner = expression(run, node.operand);
      return node.negations.length % 2 === 1 ? negated(inner) : inner;
    }
    case "TestGroup":
      return expression(run, node.expression);
    default: {
      const outcomes = node.operands.map((operand2) => expression(run, operand2));
      return node.operator === "&&" ? both(outcomes) : negated(both(outcomes.map(negated)));
    }
  }
}
function unary(run, operator, operand2, text) {
  const texts = expandText(run, operand2);
  if (EXISTENCE.has(operator)) return existence(run, texts, text);
  if (operator !== "-z" && operator !== "-n") return told(text);
  const known = texts.every((one) => literalOf(one) !== void 0) ? texts.map((one) => literalOf(one) === "") : [];
  const outcome = told(text);
  if (known.length === 0 || new Set(known).size > 1) return outcome;
  return { ...outcome, known: known[0] === (operator === "-z") };
}
function binary(run, left, operator, right, text) {
  const [texts, others] = [expandText(run, left), expandText(run, right)];
  const outcome = told(text, isAnswer(run, left) ? "asked" : "condition");
  if (!["=", "==", "!="].includes(operator)) return outcome;
  const [one, other] = [texts, others].map((values) => values.length === 1 ? values[0] : void 0);
  const literal = one === void 0 ? void 0 : literalOf(one);
  const equal = literal === void 0 || other === void 0 ? void 0 : patternMatches(literal, other);
  const name = /^"?\$\{?(\w+)\}?"?$/.exec(left.text)?.[1];
  const value = other === void 0 ? void 0 : literalOf(other);
  const positive = {
    ...outcome,
    ...equal !== void 0 && { known: equal },
    ...name !== void 0 && value !== void 0 && equal === void 0 && { bindings: [[name, [[value]]]] }
  };
  return operator === "!=" ? { ...negated(positive), whenTrue: outcome.whenTrue, whenFalse: outcome.whenFalse } : positive;
}
function isAnswer(run, word) {
  const name = /^"?\$\{?(\w+)/.exec(word.text)?.[1];
  return name !== void 0 && lookUp(run.state.variables, name)?.asked === true;
}
function patternMatches(subject, pattern2) {
  const literal = literalOf(pattern2);
  if (literal !== void 0) return literal === subject;
  if (shown(pattern2) === "*") return true;
  return void 0;
}

// src/scripts/shell/join.ts
function joinBranches(run, branches) {
  const { state } = run;
  const going = branches.filter((branch) => !branch.state.left);
  if (going.length === 0) {
    const ways = branches.map((branch) => branch.state.left);
    state.left = ["loop", "return", "exit"].find((way) => ways.includes(way)) ?? false;
    return;
  }
  const states = going.map((branch) => branch.state);
  join(
    state.variables,
    states.map(({ variables }) => variables),
    (values, name) => uniteValues(run, values, name)
  );
  join(
    state.functions,
    states.map(({ functions }) => functions),
    (values) => values.find((value) => value !== void 0)
  );
  const [first] = states;
  if (going.length === 1 && branches.length > 1) state.guards = lasting(first.guards, state.guards);
  state.directories = distinctTexts(states.flatMap(({ directories }) => directories));
  state.uncheckedCd = states.some(({ uncheckedCd }) => uncheckedCd);
  state.options = first.options;
  state.reads = distinctTexts(states.flatMap(({ reads }) => reads));
  state.stack = first.stack;
  if (state.output !== void 0) state.output = distinctTexts(states.flatMap(({ output }) => output ?? []));
  if (states.every(({ positional: positional2 }) => positional2 === first.positional))
    state.positional = first.positional;
  else state.positional = void 0;
}
function lasting(guards, before) {
  return guards.filter((guard) => guard.kind !== "condition" || before.includes(guard));
}
function uniteValues(run, values, name) {
  if (values.every((value) => value === void 0)) return void 0;
  const known = values.map((value) => value ?? { texts: [[{ name, is: "value" }]] });
  const texts = known.flatMap((value) => value.texts);
  if (new Set(texts.map(shown)).size > MOST_VALUES) {
    note(run, "dynamic", 0, `the variable ${name} may have more than ${MOST_VALUES} values`);
  }
  const items = known.find((value) => value.items !== void 0)?.items;
  return {
    texts: distinctTexts(texts),
    ...items && { items },
    ...known.some(({ asked: asked2 }) => asked2) && { asked: true }
  };
}

// src/scripts/shell/branches.ts
function runAndOr(run, { commands: commands3, operators }) {
  let outcome = conditionOf(run, commands3[0]);
  operators.forEach((operator, index) => {
    if (run.state.left) return;
    const wanted = operator === "&&";
    const node = commands3[index + 1];
    if (outcome.known !== void 0 && outcome.known !== wanted) return;
    if (wanted && outcome.plain && outcome.whenTrue.length === 0) {
      outcome = runAfter(run, node);
      return;
    }
    const [taken, skipped] = branchesOf(run, outcome, wanted);
    const inner = conditionOf(taken, node);
    joinBranches(run, outcome.known === void 0 ? [taken, skipped] : [taken]);
    if (taken.state.left && !run.state.left) run.state.uncheckedCd = false;
    outcome = combineOutcomes(outcome, inner, wanted);
  });
}
function runAfter(run, node) {
  run.state.uncheckedCd = false;
  const taken = forked(run);
  const outcome = conditionOf(taken, node);
  joinBranches(run, taken.state.left ? [taken, forked(run)] : [taken]);
  return outcome;
}
function branchesOf(run, outcome, wanted) {
  const [true_, false_] = [outcome.whenTrue, outcome.whenFalse];
  const taken = forked(run, { guards: guarded(run, wanted ? true_ : false_) });
  const skipped = forked(run, { guards: guarded(run, wanted ? false_ : true_) });
  for (const [name, texts] of outcome.bindings ?? []) {
    (wanted ? taken : skipped).state.variables.own.set(name, { texts });
  }
  return [taken, skipped];
}
function guarded({ state }, added) {
  return added.length === 0 ? state.guards : [...state.guards, ...added].slice(-MOST_GUARDS);
}
function combineOutcomes(first, second, and) {
  return {
    plain: first.plain && second.plain,
    whenTrue: and ? [...first.whenTrue, ...second.whenTrue] : [],
    whenFalse: and ? [] : [...first.whenFalse, ...second.whenFalse]
  };
}
function runIf(run, clauses, otherwise, input) {
  const [first, ...rest] = clauses;
  const outcome = conditionOfList(run, first.clause.commands, input);
  if (run.state.left) return;
  const [taken, skipped] = branchesOf(run, { ...outcome, ...asGuards(run, outcome, first.clause) }, true);
  if (outcome.known !== false) run.machine.interpreter.statements(taken, first.then.commands, input);
  if (outcome.known !== true) {
    if (rest.length > 0) runIf(skipped, rest, otherwise, input);
    else if (otherwise !== void 0) run.machine.interpreter.statements(skipped, otherwise, input);
  }
  joinBranches(run, outcome.known === void 0 ? [taken, skipped] : [outcome.known ? taken : skipped]);
}
function asGuards(run, outcome, clause) {
  if (outcome.whenTrue.length + outcome.whenFalse.length > 0) return {};
  const text = asWritten(run.frame, clause).trim();
  const whenTrue = [{ kind: "condition", text }];
  const whenFalse = [{ kind: "condition", text: `not ${text}` }];
  return { whenTrue, whenFalse };
}
function conditionOfList(run, statements, input) {
  run.machine.interpreter.statements(run, statements.slice(0, -1), input);
  const last = statements.at(-1);
  return last === void 0 ? { plain: true, whenTrue: [], whenFalse: [] } : conditionOf(run, last.command, input);
}
function runCase(run, { word, items }) {
  const texts = expandText(run, word);
  const subject = texts.length === 1 ? literalOf(texts[0]) : void 0;
  const source = asWritten(run.frame, word);
  const name = /^"?\$\{?(\w+)(?::?-[^}]*)?\}?"?$/.exec(source)?.[1];
  const branches = [];
  let complete = false;
  let before;
  for (const item2 of items) {
    const patterns = item2.pattern.flatMap((pattern2) => expandText(run, pattern2));
    const matches = patterns.map(
      (pattern2) => subject === void 0 ? void 0 : patternMatches(subject, pattern2)
    );
    if (before !== void 0) run.machine.interpreter.statements(before, item2.body.commands);
    before = item2.terminator === ";&" ? before : void 0;
    if (matches.length > 0 && matches.every((match) => match === false)) continue;
    if (complete) continue;
    const text = `case ${source} in ${patterns.map(shown).join("|")})`;
    const taken = forked(run, { guards: guarded(run, [{ kind: "condition", text }]) });
    const literals = patterns.filter((pattern2) => literalOf(pattern2) !== void 0);
    const bound = literals.length > 0 && literals.length <= MOST_VALUES;
    if (name !== void 0 && bound && literals.length === patterns.length) {
      taken.state.variables.own.set(name, { texts: literals.map((literal) => joined(literal)) });
    }
    run.machine.interpreter.statements(taken, item2.body.commands);
    branches.push(taken);
    if (item2.terminator === ";&") before = taken;
    if (item2.terminator === ";;&") continue;
    complete ||= patterns.some((pattern2) => shown(pattern2) === "*") || matches.includes(true);
    if (complete && before === void 0) break;
  }
  joinBranches(run, complete ? branches : [...branches, forked(run)]);
}

// src/scripts/shell/loops.ts
var MOST_PASSES = 64;
var MOST_REPEATED = 3;
function runFor(run, { name, wordlist, body }) {
  const fields = wordlist === void 0 ? run.state.positional : wordlist.flatMap((word) => expandWord(run, word));
  const isLong = fields !== void 0 && fields.length > MOST_PASSES;
  if (isLong) note(run, "limit", name.pos, `a loop over more than ${MOST_PASSES} words`);
  if (fields === void 0 || isLong || fields.every(isUnknown)) {
    const texts = isLong ? [] : distinctTexts((fields ?? []).flatMap(({ values }) => values));
    assign(run, name.value, texts.length === 0 ? unknownValue(name.value) : { texts });
    runBody(run, body.commands);
    return;
  }
  for (const field of fields) {
    run.state.variables.own.set(name.value, { texts: field.values });
    run.machine.interpreter.statements(run, body.commands);
    if (run.state.left !== "loop") continue;
    run.state.left = false;
  }
}
function runWhile(run, clause, until, body, input) {
  repeat(run, (pass) => {
    const outcome = conditionOfList(pass, clause, input);
    const [taken, skipped] = branchesOf(pass, outcome, !until);
    runPass(taken, body);
    joinBranches(pass, [taken, skipped]);
  });
}
function runBody(run, body) {
  repeat(run, (pass) => {
    const taken = forked(pass);
    runPass(taken, body);
    joinBranches(pass, [taken, forked(pass)]);
  });
}
function runPass(run, body) {
  run.machine.interpreter.statements(run, body);
  if (run.state.left === "loop") run.state.left = false;
}
function repeat(run, pass) {
  const { machine, state } = run;
  machine.loops += 1;
  pass(run);
  if (machine.loops <= MOST_REPEATED && !state.left) pass(run);
  machine.loops -= 1;
}
function isUnknown({ values }) {
  return values.every((text) => literalOf(text) === void 0 && text.length === 1);
}

// src/scripts/shell/content.ts
var MOST_TEXT = 4e3;
function contentOf(run, texts, unrestricted) {
  const known = texts.filter((text) => text.some((part) => typeof part === "string"));
  if (known.length === 0 && !unrestricted) return void 0;
  const names2 = known.flatMap(
    (text) => text.flatMap(
      (part) => typeof part === "object" && part.is === "value" && !part.checked && /^[A-Za-z_]\w*$/.test(part.name) ? [part.name] : []
    )
  );
  const unset = run.state.options.nounset ? [] : [...new Set(names2)].filter((name) => !isSet(run, name));
  return { unset, text: known.map(shown).join("\n").slice(0, MOST_TEXT), unrestricted };
}

// src/scripts/shell/record.ts
var NO_FILE = /^\/(dev|proc|sys)\/|^&?\d+$|^-$/;
var LOOKS_SAVED = /bak|backup|orig|save|old|prev|snapshot|archive|previous|\.\d+$|~$|%F|<date|<.*(time|stamp|now)/i;
var REMOTE_HOME = [{ name: "HOME", is: "value" }];
function record(run, site, write) {
  const { machine, state, frame } = run;
  const host = write.host ?? state.host;
  const paths = locationsOf(run, write.targets, write.is, write.host);
  const targets = paths.filter((path) => !NO_FILE.test(shown(path))).map((path) => ({ path, confidence: confidenceOf(path), tree: write.tree }));
  if (targets.length === 0 || !mayRecord(run, site)) return;
  const made = write.op === "truncate" || write.op === "append" ? write.reads : [];
  const sources2 = distinctTexts([...locationsOf(run, write.sources, "path", void 0), ...made]);
  const backup = backupOf(run, host, write, targets);
  const guards = write.keeps?.kind === "missing" ? [...state.guards, ...notOver(targets, write.keeps.text)] : state.guards;
  const effect = {
    script: frame.script,
    place: frame.place(site.pos),
    endLine: frame.place(Math.max(site.pos, site.end - 1)).line,
    command: write.command,
    text: site.text,
    op: write.op,
    targets,
    sources: sources2,
    host,
    surroundings: state.surroundings,
    guards,
    via: state.via,
    aggravators: aggravatorsOf(run, write, targets),
    readsTarget: write.op === "truncate" && targets.some(({ path }) => write.reads.some((read) => shown(read) === shown(path))),
    rule: write.rule,
    page: write.page,
    safer: write.safer,
    ...backup && { backup },
    ...write.rule === "git-discard-on-server" && isOwnClone(run, host, targets) && { ownClone: true },
    ...write.content && { content: write.content }
  };
  const key = JSON.stringify([
    frame.script,
    effect.place,
    effect.endLine,
    effect.command,
    effect.op,
    host,
    targets,
    sources2,
    guards,
    backup ?? null
  ]);
  if (!machine.recorded.has(key)) machine.effects.push(effect);
  machine.recorded.add(key);
  remember(run, host, effect);
}
function locationsOf(run, paths, is, elsewhere) {
  if (is === "name") return [...paths];
  const directories = elsewhere === void 0 || elsewhere.kind === "local" ? run.state.directories : [startOf(elsewhere)];
  return distinctTexts(paths.flatMap((path) => directories.map((directory2) => locate(directory2, path))));
}
function startOf(host) {
  return host.kind === "container" ? ["/"] : REMOTE_HOME;
}
function notOver(targets, text) {
  return targets.map(({ path }) => ({ kind: "missing", path, text }));
}
function mayRecord(run, site) {
  const { machine } = run;
  if (machine.effects.length < MOST_EFFECTS) return true;
  if (machine.steps > 0) {
    note(run, "limit", site.pos, `more than ${MOST_EFFECTS} effects`);
    machine.steps = 0;
  }
  return false;
}
function backupOf({ machine }, host, write, targets) {
  if (write.keeps?.kind === "backup") return { line: 0, text: write.keeps.text };
  const found3 = targets.map(({ path }) => savedAt(machine.backups, host, path));
  return found3.every((backup) => backup !== void 0) ? found3[0] : void 0;
}
function savedAt(backups, host, path) {
  const known = backups.get(backupKey(host, path));
  if (known !== void 0) return known;
  for (let above = parentOf(path); above.length > 0; above = parentOf(above)) {
    const tree = backups.get(`${backupKey(host, above)}/**`);
    if (tree !== void 0) return tree;
    if (shown(above) === shown(parentOf(above))) break;
  }
  return void 0;
}
var COPYING = /* @__PURE__ */ new Set(["replace", "replace-tree", "mirror-tree", "truncate"]);
function remember({ machine, state }, host, effect) {
  if (!COPYING.has(effect.op)) return;
  for (const source of effect.sources) {
    const kept2 = effect.targets.some(({ path }) => isBackup(path, source));
    if (!kept2) continue;
    const from = host.kind === state.host.kind ? host : state.host;
    const note2 = { line: effect.place.line, text: effect.text };
    machine.backups.set(backupKey(from, source), note2);
    machine.backups.set(`${backupKey(from, source)}/**`, note2);
  }
}
function isBackup(path, source) {
  const [target, from] = [shown(path), shown(source)];
  if (target === from) return false;
  const name = literalOf(nameOf(source)) ?? shown(nameOf(source));
  const beside = target.startsWith(from) && target.length > from.length;
  const temporary = path.some((part) => typeof part !== "string" && part.is === "temporary") || /^\/(var\/)?tmp\//.test(target);
  return beside || name !== "" && target.includes(name) && (LOOKS_SAVED.test(target.replace(name, "")) || temporary) || LOOKS_SAVED.test(target.replace(from, ""));
}
function aggravatorsOf({ state }, write, targets) {
  const relative = targets.some(({ path }) => typeof path[0] === "string" && !path[0].startsWith("/"));
  return [
    ...state.options.errexit || state.options.tolerant ? [] : ["no-errexit"],
    ...state.piped && !state.options.pipefail && write.op === "truncate" ? ["no-pipefail"] : [],
    ...state.uncheckedCd && relative ? ["unchecked-cd"] : [],
    ...write.op === "truncate" ? ["not-atomic"] : [],
    ...write.aggravators ?? []
  ];
}
function rememberClone(run, args) {
  const words = args.filter(({ values }) => !knownStart(values[0]).startsWith("-"));
  const directory2 = words.length > 2 ? words.at(-1).values : words.slice(-1).flatMap(({ values }) => values.map(nameOfClone));
  for (const path of locationsOf(run, directory2, "path", void 0)) {
    run.machine.cloned.add(backupKey(run.state.host, path));
  }
}
function nameOfClone(url) {
  const name = nameOf(url);
  return knownEnd(name).endsWith(".git") ? joined(name.slice(0, -1), [knownEnd(name).slice(0, -4)]) : name;
}
function isOwnClone({ machine }, host, targets) {
  return targets.every(({ path }) => machine.cloned.has(backupKey(host, path)));
}

// src/scripts/shell/redirects.ts
var PAGE = "https://www.gnu.org/software/bash/manual/html_node/Redirections.html";
var WRITES = /* @__PURE__ */ new Set([">", ">|", "&>", ">&", ">>", "&>>"]);
function runRedirected(run, { command: command3, redirects }, input) {
  const given = inputOf(run, redirects, input);
  const text = (redirect) => `\u2026 ${asWritten(run.frame, redirect)}`;
  const printed2 = captured(run, redirects, () => run.machine.interpreter.node(run, command3, given));
  for (const redirect of redirects) {
    recordRedirect(
      run,
      redirect,
      { pos: redirect.pos, end: redirect.end, text: text(redirect) },
      {
        reads: given?.reads ?? [],
        content: printed2 && contentOf(run, printed2, false)
      }
    );
  }
}
function captured(run, redirects, body) {
  if (!redirects.some(takesOutput)) {
    body();
    return void 0;
  }
  const outer = run.state.output;
  run.state.output = [[]];
  body();
  const printed2 = run.state.output;
  run.state.output = outer;
  return printed2;
}
function takesOutput(redirect) {
  if (redirect.type !== "Redirect" || !WRITES.has(redirect.operator)) return false;
  const { descriptor } = redirect;
  return descriptor === void 0 || descriptor.type === "FileDescriptor" && descriptor.value === 1;
}
function recordRedirect(run, redirect, site, known) {
  if (redirect.type !== "Redirect" || redirect.target === void 0 || !WRITES.has(redirect.operator)) return;
  const targets = expandText(run, redirect.target);
  if (redirect.operator === ">&" && targets.some((target) => /^\d*-?$/.test(literalOf(target) ?? "x")))
    return;
  const appends = redirect.operator.endsWith(">>");
  record(run, site, {
    command: redirect.operator,
    op: appends ? "append" : "truncate",
    targets,
    is: "path",
    tree: false,
    sources: [],
    reads: appends ? [] : known.reads,
    rule: "redirect-over-config",
    page: PAGE,
    safer: appends ? [] : [{ kind: "temporary" }],
    ...known.content && takesOutput(redirect) && { content: known.content }
  });
}
function inputOf(run, redirects, input) {
  let given = input;
  for (const redirect of redirects) {
    const reads = given?.reads ?? [];
    if (redirect.type === "HereDoc") {
      const { body, delimiter } = redirect;
      const texts = delimiter?.quoted || body.parts === void 0 ? [[body.text]] : textsOf(run, body.parts);
      given = { texts: texts.map((text) => joined(text)), reads, at: body };
    } else if (redirect.target !== void 0 && redirect.operator === "<<<") {
      given = { texts: expandText(run, redirect.target), reads, at: redirect.target };
    } else if (redirect.target !== void 0 && (redirect.operator === "<" || redirect.operator === "<>")) {
      const files = locationsOf(run, expandText(run, redirect.target), "path", void 0);
      given = { texts: void 0, reads: [...reads, ...files], at: redirect.target };
    }
  }
  return given;
}

// src/scripts/shell/assignments.ts
function runAssignment(run, assignment) {
  const { name, append, index } = assignment;
  const value = assigned(run, assignment);
  const before = append || index !== void 0 ? lookUp(run.state.variables, name) : void 0;
  if (index !== void 0) {
    assignItem(run, name, before, Number(index.value), value);
  } else if (!append) {
    assign(run, name, value);
  } else if (value.items !== void 0) {
    const items = [...before?.items ?? [], ...value.items];
    assign(run, name, { texts: items[0]?.values ?? [[]], items });
  } else {
    appendTexts(run, name, before, value);
  }
}
function appendTexts(run, name, before, value) {
  const texts = combined([before?.texts ?? unknownValue(name).texts, value.texts], joinedAll);
  assign(run, name, { ...before, texts });
}
function assigned(run, { value }) {
  if (value.type === "Word") return { texts: expandText(run, value) };
  const items = value.elements.flatMap((element) => expandWord(run, element));
  return { texts: items[0]?.values ?? [[]], items };
}
function assignItem(run, name, before, index, value) {
  const items = [...before?.items ?? []];
  if (!Number.isInteger(index) || index < 0 || index > items.length) {
    run.state.variables.own.set(name, unknownValue(name));
    return;
  }
  items[index] = { values: value.texts, pos: 0, end: 0 };
  run.state.variables.own.set(name, { texts: items[0].values, items });
}
function setAlias({ machine }, { name, value, pos, end }) {
  const words = value.type === "Word" ? value.value.trim().split(/\s+/) : [];
  if (words[0] === void 0 || words[0] === "") return;
  machine.aliases.set(
    name,
    words.map((word) => ({ values: [[word]], pos, end }))
  );
}

// src/scripts/commands/options.ts
var HOLDS_OPTIONS = /(^|_)(opts?|options?|flags?|args?|params?|excludes?|includes?|verbose|quiet|dry_?run)(\[[@*]\])?$/i;
function readOptions(words, table) {
  const takesValue = names(table.values);
  const args = table.letters ? withDashes(words, takesValue) : words;
  const takesTwo = names(table.pairs);
  const attached = names(table.attached);
  const options = [];
  const operands3 = [];
  for (let index = 0; index < args.length; index++) {
    const at = args[index];
    const word = at.values.length === 1 ? literalOf(at.values[0]) : void 0;
    if (word === "--") {
      operands3.push(...args.slice(index + 1));
      break;
    }
    if (!table.stops && holdsOptions(at)) continue;
    if (!isOption(at) || word === "-") {
      if (table.stops) {
        operands3.push(...args.slice(index));
        break;
      }
      operands3.push(at);
      continue;
    }
    for (const option of optionsIn(at, table.long ?? false, takesValue, attached)) {
      let value = option.value;
      if (value === void 0 && takesValue.has(option.name)) value = args[++index];
      if (takesTwo.has(option.name)) {
        index += 2;
        value = args[index];
      }
      options.push(value === void 0 ? option : { ...option, value });
    }
  }
  return { options, operands: operands3 };
}
function optionValue({ options }, wanted) {
  const set = names(wanted);
  return options.findLast(({ name, value }) => value !== void 0 && set.has(name))?.value;
}
function findOption({ options }, wanted) {
  const set = names(wanted);
  return options.find(
    ({ name, value }) => set.has(name) || value?.values.some((text) => set.has(`${name}=${literalOf(text) ?? ""}`))
  );
}
function hasOption(options, wanted) {
  return findOption(options, wanted) !== void 0;
}
var names = (list = "") => new Set(list.split(" "));
var isOption = ({ values }) => values.some((value) => knownStart(value).startsWith("-")) && values.every((value) => value.length === 0 || knownStart(value).startsWith("-"));
var holdsOptions = ({ values }) => values.every(
  ([first, ...rest]) => typeof first === "object" && first.is === "value" && rest.length === 0 && HOLDS_OPTIONS.test(first.name)
);
function withDashes(words, takesValue) {
  const [first, ...rest] = words;
  const letters = literalOf(first?.values[0] ?? []) ?? "";
  if (first === void 0 || !/^[A-Za-z]{1,52}$/.test(letters)) return words;
  const options = [...letters].flatMap((letter) => {
    const value = takesValue.has(`-${letter}`) ? rest.splice(0, 1) : [];
    return [{ ...first, values: [[`-${letter}`]] }, ...value];
  });
  return [...options, ...rest];
}
function optionsIn(at, long, takesValue, attached) {
  const spellings = at.values.filter((value) => value.length > 0);
  const maybe = spellings.length < at.values.length || spellings.length > 1;
  return spellings.flatMap((value) => {
    const one = { ...at, values: [value] };
    const start = knownStart(value);
    const read = start.startsWith("--") || long ? longOption(one, long ? start.replace(/^--/, "-") : start, start) : shortOptions(one, start, takesValue, attached);
    return maybe ? read.map((option) => ({ ...option, maybe })) : read;
  });
}
function longOption(at, name, start) {
  const equals = name.indexOf("=");
  if (equals === -1) return [{ name, at }];
  return [{ name: name.slice(0, equals), value: sliced2(at, start.indexOf("=") + 1), at }];
}
function shortOptions(at, start, takesValue, attached) {
  const options = [];
  for (let index = 1; index < start.length; index++) {
    const name = `-${start[index]}`;
    const rest = takesValue.has(name) || attached.has(name) ? sliced2(at, index + 1) : void 0;
    if (rest?.values.some((value) => value.length > 0)) {
      options.push({ name, value: rest, at });
      break;
    }
    options.push({ name, at });
  }
  return options;
}
function sliced2(at, length) {
  return {
    ...at,
    pos: at.pos + length,
    values: at.values.map((value) => withoutStart(joined(value), length))
  };
}

// src/scripts/commands/places.ts
var HERE = [];
var spot = (argument) => ({ texts: argument.values });
var operands = (first = 0) => (call) => call.operands.slice(first).map(spot);
var lastOperand = (least = 1) => (call) => call.operands.length >= least ? [spot(call.operands.at(-1))] : [];
var operand = (index) => (call) => call.operands.slice(index, index + 1).map(spot);
var ofOption = (names2) => (call) => {
  const value = optionValue(call, names2);
  return value === void 0 ? [] : [spot(value)];
};
var firstOf = (...finders) => (call) => {
  for (const find of finders) {
    const spots = find(call);
    if (spots.length > 0) return spots;
  }
  return [];
};
var textsOf2 = (find) => (call) => find(call).flatMap(({ texts }) => texts);
var named2 = (tool, prefix, find) => (call) => find(call).map(({ texts, ...rest }) => ({
  ...rest,
  texts: texts.map((text) => joined([prefix], text)),
  is: "name",
  host: { kind: "service", name: tool }
}));
function below(directory2, name) {
  if (directory2.length === 0) return name;
  const plain = withoutSlash(directory2);
  return joined(plain, knownEnd(plain).endsWith("/") ? [] : ["/"], name);
}
var endsWithSlash = (path) => knownEnd(path).endsWith("/");
function withoutSlash(path) {
  const end = knownEnd(path);
  let length = end.length;
  while (length > 0 && (end[length - 1] === "/" || end.startsWith("/.", length - 2))) length--;
  if (length === end.length || length === 0 && path.length === 1) return path;
  return joined(path.slice(0, -1), [end.slice(0, length)]);
}
var lastName = (path) => nameOf(withoutSlash(path));
function looksLikeFile(path) {
  if (endsWithSlash(path)) return false;
  const end = shown(nameOf(path));
  return /.\.(?!d$)[a-z]\w*$/i.test(end) || /^\.(env|npmrc|netrc|htaccess|htpasswd)\b/.test(end);
}
var OF_THE_SYSTEM = /^(\/|~|\/(bin|etc|home|opt|root|srv|tmp|usr|var)(\/(local|lib|log|www))?(\/(bin|etc|lib|share))?)$/;
function isDirectory(path) {
  if (path.length === 0) return true;
  const last = literalOf(segmentsOf(path).at(-1));
  return last === "" || last === "." || last === ".." || OF_THE_SYSTEM.test(literalOf(path) ?? " ");
}
var hasGlob = (path) => path.some((part) => typeof part !== "string" && part.is === "glob");
var isContents = (path) => literalOf(nameOf(path)) === ".";
var LONGEST_PATTERN = 1e3;
function globText(pattern2) {
  if (pattern2.length > LONGEST_PATTERN) return [{ name: "*", is: "glob" }];
  const parts = pattern2.split(/(\*+|\?|\[[^\]]+\])/).filter((part) => part !== "");
  return parts.map(
    (part) => /^[*?]|^\[.+\]$/.test(part) ? { name: part, is: "glob" } : part
  );
}
var atFiles = (call) => call.operands.slice(1).flatMap(
  ({ values }) => values.flatMap((text) => {
    const at = typeof text[0] === "string" ? /^([\w.-]+=)?@/.exec(text[0]) : null;
    return at === null ? [] : [withoutStart(text, at[0].length)];
  })
);

// src/scripts/commands/forms.ts
var COPY_FIRST = [{ kind: "before", command: "cp -a {target} {target}.bak" }];
var WRITE_BESIDE = [{ kind: "temporary" }, ...COPY_FIRST];
var inPlace = (spots, more = {}) => ({ op: "edit", rule: "inplace-edit-no-backup", spots, safer: COPY_FIRST, ...more });
var anew = (spots, more = {}) => ({
  op: "truncate",
  rule: "redirect-over-config",
  spots,
  safer: WRITE_BESIDE,
  ...more
});
var removal = (spots, more = {}) => ({ op: "delete", rule: "remove-config", spots, safer: COPY_FIRST, ...more });
var kept = (tool, rule, spots, more = {}) => {
  const { prefix = `${tool}:`, ...rest } = more;
  return { op: "state", rule, spots: named2(tool, prefix, spots), safer: [], ...rest };
};
var advice = (text) => ({ kind: "advice", text });

// src/scripts/commands/archive.ts
var ELSEWHERE = [
  { kind: "advice", text: "Extract into an empty directory, compare, then move what is right." }
];
var extraction = (spots, more = {}) => ({
  op: "extract",
  rule: "extract-over-live-tree",
  spots,
  tree: true,
  safer: ELSEWHERE,
  ...more
});
var TAR_VALUES = "-g -C --directory -T --files-from -X --exclude-from -f --file -F -L -b -H --format -V --label -I --use-compress-program -K -N --exclude --exclude-tag --transform --xform --strip-components --owner --group --mode --mtime --suffix --to-command --sort --warning --checkpoint-action --listed-incremental";
function extracted(directory2, members, exact2) {
  if (members.length === 0 || !exact2) return [{ texts: [directory2], tree: true }];
  return members.map(({ values }) => ({
    texts: values.map((member) => below(directory2, member)),
    tree: !values.every(looksLikeFile)
  }));
}
function tarDirectory(call) {
  const directory2 = optionValue(call, "-C --directory")?.values[0] ?? HERE;
  const top = optionValue(call, "--one-top-level")?.values[0];
  if (top !== void 0) return below(directory2, top);
  if (!hasOption(call, "--one-top-level")) return directory2;
  const archive = optionValue(call, "-f --file")?.values[0];
  return below(directory2, archive === void 0 ? [{ name: "archive", is: "value" }] : stem(nameOf(archive)));
}
function stem(name) {
  const end = knownEnd(name);
  return joined(name.slice(0, -1), [end.replace(/(\.tar)?\.\w+$/, "")]);
}
var SUFFIXES = {
  gzip: ".gz",
  bzip2: ".bz2",
  xz: ".xz",
  zstd: ".zst"
};
function compressor(name, reverse, page2) {
  const suffix = SUFFIXES[name];
  const decompresses = (call) => call.command === reverse || hasOption(call, "-d --decompress --uncompress");
  return {
    names: [name, reverse],
    about: `the file with ${suffix}, or without it with -d; the source vanishes unless -k is given`,
    page: page2,
    options: { values: "-S --suffix -T --threads -o" },
    idle: "-c --stdout --to-stdout -l --list -t --test --help --version",
    writes: [
      anew(
        (call) => operands()(call).map(({ texts }) => ({
          texts: texts.map(
            (text) => decompresses(call) ? joined(text.slice(0, -1), [knownEnd(text).replace(/\.\w+$/, "")]) : joined(text, [suffix])
          ),
          sources: texts
        })),
        {
          op: "replace",
          unless: "-o",
          missing: (call) => hasOption(call, "-f --force") ? void 0 : `${call.command} without -f`
        }
      ),
      anew(ofOption("-o"), { op: "replace", sources: textsOf2(operands()) }),
      removal(operands(), {
        unless: (call) => hasOption(call, "-k --keep") || name === "zstd" && !hasOption(call, "--rm"),
        backup: (call) => call.command
      })
    ],
    reads: textsOf2(operands())
  };
}
var archiveCommands = [
  {
    names: ["tar", "gtar", "bsdtar"],
    about: "with -x: what is below the directory of -C; with -c: the file of -f",
    page: "https://www.gnu.org/software/tar/manual/html_node/Dealing-with-Old-Files.html",
    options: { values: TAR_VALUES, letters: true },
    writes: [
      extraction(
        (call) => extracted(tarDirectory(call), call.operands, !hasOption(call, "--strip-components --transform")),
        {
          when: "-x --extract --get",
          unless: "-O --to-stdout --to-command -t --list",
          sources: textsOf2(ofOption("-f --file")),
          missing: "-k --keep-old-files --skip-old-files",
          backup: "--backup --suffix"
        }
      ),
      anew(ofOption("-f --file"), { when: "-c --create", sources: textsOf2(operands()) }),
      removal(operands(), { when: "--remove-files", tree: true, backup: () => "tar" })
    ]
  },
  {
    names: ["unzip"],
    about: "what is below the directory of -d; over existing files only with -o",
    page: "https://manpages.debian.org/stable/unzip/unzip.1.en.html",
    options: { values: "-d -P" },
    idle: "-l -t -v -p -c -z -Z",
    writes: [
      extraction(
        (call) => extracted(
          optionValue(call, "-d")?.values[0] ?? HERE,
          call.operands.slice(1),
          !hasOption(call, "-j -x")
        ),
        {
          sources: textsOf2(operand(0)),
          missing: (call) => {
            if (hasOption(call, "-n")) return "-n";
            return hasOption(call, "-o") ? void 0 : "unzip without -o";
          },
          backup: "-B"
        }
      )
    ]
  },
  {
    names: ["7z", "7za", "7zr", "7zz"].flatMap((name) => [`${name} x`, `${name} e`]),
    about: "what is below the directory of -o; over existing files only with -y or -aoa",
    page: "https://documentation.help/7-Zip/overwrite.htm",
    options: { attached: "-o -a -p -m -t -x -i -w -s -v" },
    writes: [
      extraction((call) => [{ texts: optionValue(call, "-o")?.values ?? [HERE] }], {
        sources: textsOf2(operand(0)),
        missing: (call) => {
          if (hasOption(call, "-a=os")) return "-aos";
          return hasOption(call, "-y -a=oa") ? void 0 : "7z without -y and -aoa";
        }
      })
    ]
  },
  {
    names: ["cpio"],
    about: "with -i: what is below the directory; with -p: the last operand; over newer files only with -u",
    page: "https://www.gnu.org/software/cpio/manual/html_node/Copy_002din-mode.html",
    options: { values: "-C -E --pattern-file -F --file -H --format -I -M -O -R --owner -D --directory" },
    idle: "-t --list --to-stdout",
    writes: [
      extraction((call) => [{ texts: optionValue(call, "-D --directory")?.values ?? [HERE] }], {
        when: "-i --extract"
      }),
      extraction(lastOperand(), { when: "-p --pass-through", rule: "copy-over-config", op: "replace-tree" })
    ]
  },
  {
    names: ["pax"],
    about: "with -r: what is below the current directory; with -r and -w: the last operand",
    page: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html",
    options: { values: "-b -f -o -p -s -x -E -G -U -T -B" },
    writes: [
      extraction(() => [{ texts: [HERE] }], { when: "-r", unless: "-w", missing: "-k" }),
      extraction(lastOperand(), {
        when: (call) => hasOption(call, "-r") && hasOption(call, "-w"),
        rule: "copy-over-config",
        op: "replace-tree",
        missing: "-k"
      })
    ]
  },
  {
    names: ["dpkg-deb", "dpkg"],
    about: "with -x or -X: what is below the last operand",
    page: "https://man7.org/linux/man-pages/man1/dpkg-deb.1.html",
    options: { values: "-Z -z -S" },
    writes: [
      extraction(lastOperand(2), {
        when: "-x --extract -X --vextract -R --raw-extract",
        sources: textsOf2(operand(0))
      })
    ]
  },
  compressor("gzip", "gunzip", "https://www.gnu.org/software/gzip/manual/html_node/Invoking-gzip.html"),
  compressor("bzip2", "bunzip2", "https://sourceware.org/bzip2/manual/manual.html"),
  compressor("xz", "unxz", "https://man7.org/linux/man-pages/man1/xz.1.html"),
  compressor("zstd", "unzstd", "https://github.com/facebook/zstd/blob/dev/programs/zstd.1.md")
];

// src/scripts/commands/aws.ts
var GLOBALS = "--profile --region --output --query --endpoint-url --ca-bundle --cli-input-json --cli-input-yaml";
var COMPARE = advice("Compare with the current value first, and keep it.");
var MERGE = advice(
  "It replaces all variables: read the current ones with get-function-configuration and merge."
);
function command(words, about2, values, writes) {
  const [service, ...rest] = words.split(" ");
  return {
    names: [`aws ${words}`],
    about: about2,
    page: `https://docs.aws.amazon.com/cli/latest/reference/${service}/${rest.join("-")}.html`,
    options: { values: `${GLOBALS} ${values}` },
    idle: "--generate-cli-skeleton",
    writes
  };
}
var removed2 = (service, option) => kept("aws", "remove-config", ofOption(option), { prefix: `${service}:`, op: "delete", safer: [COMPARE] });
var secretValue = "--secret-string --secret-binary";
var awsCommands = [
  command("ssm put-parameter", "with --overwrite: the parameter", "--name --value --type --key-id --tier", [
    kept("aws", "param-overwrite", ofOption("--name"), {
      prefix: "ssm:",
      when: "--overwrite",
      safer: [
        advice("Leave --overwrite away for a new parameter; otherwise compare with get-parameter first.")
      ]
    })
  ]),
  command("ssm delete-parameter", "the parameter", "--name", [removed2("ssm", "--name")]),
  command("ssm delete-parameters", "the parameters", "--names", [removed2("ssm", "--names")]),
  command(
    "secretsmanager put-secret-value",
    "the secret",
    `--secret-id ${secretValue} --client-request-token`,
    [
      kept("aws", "param-overwrite", ofOption("--secret-id"), {
        prefix: "secretsmanager:",
        safer: [COMPARE]
      })
    ]
  ),
  command(
    "secretsmanager update-secret",
    "with a new value: the secret",
    `--secret-id ${secretValue} --description`,
    [
      kept("aws", "param-overwrite", ofOption("--secret-id"), {
        prefix: "secretsmanager:",
        when: secretValue,
        safer: [COMPARE]
      })
    ]
  ),
  command("secretsmanager delete-secret", "the secret", "--secret-id --recovery-window-in-days", [
    {
      ...removed2("secretsmanager", "--secret-id"),
      backup: (call) => hasOption(call, "--force-delete-without-recovery") ? void 0 : "the recovery window of delete-secret"
    }
  ]),
  command(
    "lambda update-function-configuration",
    "with --environment: all variables of the function",
    "--function-name --environment --handler --runtime --role --timeout --memory-size --layers --description --kms-key-arn",
    [
      kept("aws", "env-replace-all", ofOption("--function-name"), {
        prefix: "lambda:",
        when: "--environment",
        safer: [MERGE]
      })
    ]
  ),
  command(
    "amplify update-app",
    "with --environment-variables: all variables of the app",
    "--app-id --name --environment-variables",
    [
      kept("aws", "env-replace-all", ofOption("--app-id"), {
        prefix: "amplify:",
        when: "--environment-variables",
        safer: [advice("It replaces all variables: read the current ones with get-app and merge.")]
      })
    ]
  ),
  command("cloudformation delete-stack", "the stack", "--stack-name --role-arn --retain-resources", [
    kept("aws", "infrastructure-apply", ofOption("--stack-name"), {
      prefix: "cloudformation:",
      op: "delete",
      safer: [advice("Turn termination protection on, and delete by hand.")]
    })
  ]),
  command(
    "cloudformation deploy",
    "the stack, without a look at the change set",
    "--stack-name --template-file --parameter-overrides --capabilities --role-arn --s3-bucket --s3-prefix --tags",
    [
      kept("aws", "infrastructure-apply", ofOption("--stack-name"), {
        prefix: "cloudformation:",
        unless: "--no-execute-changeset",
        safer: [advice("Make the change set with --no-execute-changeset, look at it, then execute it.")]
      })
    ]
  )
];

// src/scripts/commands/bucket-transfer.ts
var URL = /^(s3|gs|az|r2):\/\/([^/]*)/;
function bucketOf(text) {
  const match = URL.exec(shown(text));
  return match === null ? void 0 : { kind: "bucket", name: match[2] };
}
function place(text, more = {}, other) {
  const [first] = text;
  const here = other !== void 0 && knownStart(other) !== "" && !isBucket(other);
  const host = here && typeof first === "object" && first.is === "value" ? { kind: "bucket", name: shown([first]) } : bucketOf(text);
  return host === void 0 ? { texts: [text], ...more } : { texts: [text], is: "name", host, rule: "remote-copy-over-config", ...more };
}
var isBucket = (text) => bucketOf(text) !== void 0;
var isPrefix = (text) => endsWithSlash(text) || isDirectory(text) || /^\w+:\/\/[^/]*$/.test(literalOf(text) ?? "");
function copied(call, recursive2, merges) {
  const to = call.operands.at(-1);
  if (to === void 0 || call.operands.length < 2) return [];
  const sources2 = call.operands.slice(0, -1);
  return sources2.flatMap(
    (source) => source.values.flatMap(
      (from) => to.values.map((target) => {
        const local = isBucket(from) ? [] : [withoutSlash(from)];
        const down = isBucket(from) && !isBucket(target) ? "download-over-config" : void 0;
        const more = { sources: local, ...down && { rule: down } };
        const many = recursive2 && !looksLikeFile(from);
        const whole2 = merges || isDirectory(from) || hasGlob(from) ? withoutSlash(target) : below(target, lastName(from));
        if (many) return place(whole2, { ...more, tree: true, op: "replace-tree" }, from);
        const into = isPrefix(target) || sources2.length > 1 || hasGlob(from);
        return place(into ? below(target, lastName(from)) : target, more, from);
      })
    )
  );
}
function synced(call, mirrors) {
  const [source, to] = call.operands.slice(-2);
  if (source === void 0 || to === void 0) return [];
  const sources2 = source.values.filter((value) => !isBucket(value)).map(withoutSlash);
  return to.values.map(
    (value) => place(withoutSlash(value), {
      sources: sources2,
      tree: true,
      op: mirrors ? "mirror-tree" : "replace-tree",
      ...mirrors ? { rule: "tree-mirror-delete" } : !isBucket(value) && { rule: "download-over-config" }
    })
  );
}
var gone = (paths, recursive2) => paths.flatMap(
  ({ values }) => values.map((value) => place(value, { rule: "remove-config", ...recursive2 && { tree: true } }))
);

// src/scripts/commands/buckets.ts
var VERSIONS = [
  advice("Look at the dry run first, and turn versioning of the bucket on.")
];
function commandsOf({
  tool,
  page: page2,
  values,
  idle,
  sync,
  deletes,
  recursive: recursive2,
  merges,
  missing
}) {
  const options = { values };
  const all = (call) => hasOption(call, recursive2);
  const copy = (more = {}) => ({
    op: "replace",
    rule: "copy-over-config",
    spots: (call) => copied(call, all(call), merges),
    safer: VERSIONS,
    ...missing !== void 0 && { missing },
    ...more
  });
  return [
    {
      names: [`${tool} ${sync}`],
      about: `all below the last operand; with ${deletes.split(" ")[0]} also what the source has not`,
      page: page2(sync),
      options,
      idle: `${idle} ${tool === "gsutil" ? "-n" : ""}`.trim(),
      writes: [
        {
          op: "replace-tree",
          rule: "copy-over-config",
          spots: (call) => synced(call, hasOption(call, deletes)),
          safer: VERSIONS
        }
      ]
    },
    {
      names: [`${tool} cp`],
      about: "the last operand",
      page: page2("cp"),
      options,
      idle,
      writes: [copy()]
    },
    {
      names: [`${tool} mv`],
      about: "the last operand; the sources vanish",
      page: page2("mv"),
      options,
      idle,
      writes: [
        copy(),
        {
          op: "delete",
          rule: "remove-config",
          spots: (call) => gone(call.operands.slice(0, -1), all(call)),
          backup: () => `${tool} mv`,
          safer: COPY_FIRST
        }
      ]
    },
    {
      names: [`${tool} rm`],
      about: "every operand",
      page: page2("rm"),
      options,
      idle,
      writes: [
        {
          op: "delete",
          rule: "remove-config",
          spots: (call) => gone(call.operands, all(call)),
          safer: VERSIONS
        }
      ]
    }
  ];
}
var AWS_VALUES = "--profile --region --output --query --endpoint-url --ca-bundle --exclude --include --acl --sse --sse-kms-key-id --storage-class --grants --cache-control --content-type --content-encoding --content-disposition --metadata --metadata-directive --page-size --expected-size --source-region --expires --website-redirect";
var bucketCommands = [
  ...commandsOf({
    tool: "aws s3",
    page: (word) => `https://docs.aws.amazon.com/cli/latest/reference/s3/${word}.html`,
    values: AWS_VALUES,
    idle: "--dryrun",
    sync: "sync",
    deletes: "--delete",
    recursive: "--recursive",
    merges: true
  }),
  {
    names: ["aws s3 rb"],
    about: "with --force: the bucket and all that is in it",
    page: "https://docs.aws.amazon.com/cli/latest/reference/s3/rb.html",
    options: { values: AWS_VALUES },
    writes: [
      {
        op: "delete",
        rule: "remove-config",
        spots: (call) => gone(call.operands, true),
        when: "--force",
        safer: [advice("Without --force it removes a bucket only when it is empty.")]
      }
    ]
  },
  ...commandsOf({
    tool: "s5cmd",
    page: () => "https://github.com/peak/s5cmd#usage",
    values: "--endpoint-url --profile --numworkers --retry-count --exclude --include --acl --storage-class",
    idle: "--dry-run",
    sync: "sync",
    deletes: "--delete",
    recursive: "-r",
    merges: true,
    missing: "-n --no-clobber"
  }),
  ...commandsOf({
    tool: "gsutil",
    page: (word) => `https://cloud.google.com/storage/docs/gsutil/commands/${word}`,
    values: "-o -h -u -i -x -z -j -L",
    idle: "help",
    sync: "rsync",
    deletes: "-d",
    recursive: "-r -R",
    merges: false,
    missing: "-n"
  }),
  ...commandsOf({
    tool: "gcloud storage",
    page: (word) => `https://cloud.google.com/sdk/gcloud/reference/storage/${word}`,
    values: "--project --account --configuration --exclude --content-type --cache-control --storage-class --canned-acl --encryption-key --gzip-in-flight",
    idle: "--dry-run",
    sync: "rsync",
    deletes: "--delete-unmatched-destination-objects",
    recursive: "-r -R --recursive",
    merges: false,
    missing: "-n --no-clobber"
  })
];

// src/scripts/commands/cloud.ts
var GCLOUD = "--project --region --zone --account --configuration --format --filter --impersonate-service-account --verbosity --flags-file --billing-project --access-token-file";
var RUN = "--image --source --platform --service-account --memory --cpu --concurrency --timeout --max-instances --min-instances --port --vpc-connector --vpc-egress --ingress --set-env-vars --update-env-vars --remove-env-vars --env-vars-file --set-secrets --update-secrets --remove-secrets --set-cloudsql-instances --add-cloudsql-instances --labels --update-labels --tag --args --command --revision-suffix --network --subnet --execution-environment --runtime --entry-point --trigger-http --trigger-topic --trigger-bucket --stage-bucket --set-build-env-vars --build-env-vars-file --task-timeout --max-retries --tasks --parallelism";
var ONLY_NAMED = [
  { kind: "swap", from: "--set-env-vars", to: "--update-env-vars" },
  { kind: "swap", from: "--set-secrets", to: "--update-secrets" },
  advice("Name the variables that change: --update-env-vars and --update-secrets leave the others alone.")
];
var REPLACES = "--set-env-vars --env-vars-file --clear-env-vars --set-secrets --clear-secrets";
var gcloud = (words) => ["gcloud", "gcloud beta", "gcloud alpha"].map((name) => `${name} ${words}`);
var reference = (words) => `https://cloud.google.com/sdk/gcloud/reference/${words.replaceAll(" ", "/")}`;
var environment = (words, prefix) => ({
  names: gcloud(words),
  about: "with --set-env-vars, --set-secrets, --env-vars-file or --clear-\u2026: all variables of the service",
  page: reference(words),
  options: { values: `${GCLOUD} ${RUN}` },
  writes: [
    kept("gcloud", "env-replace-all", operand(0), {
      prefix,
      when: REPLACES,
      sources: (call) => optionValue(call, "--env-vars-file")?.values ?? [],
      safer: ONLY_NAMED
    })
  ]
});
var AZ = "-g --resource-group -n --name --subscription -o --output --query --slot -s --settings --slot-settings --setting-names";
var az = (words) => {
  const group = words.split(" ").slice(0, -1).join("/");
  return `https://learn.microsoft.com/cli/azure/${group}#az-${words.replaceAll(" ", "-")}`;
};
var azure = (words, about2, write, values = "") => ({
  names: [`az ${words}`],
  about: about2,
  page: az(words),
  options: { values: `${AZ} ${values}`.trim() },
  writes: [write]
});
var KEEP = advice("Keep the current values first: az \u2026 list > settings.json.");
var vaultSecret = (call) => {
  const [vault2] = ofOption("--vault-name")(call);
  const [name] = ofOption("-n --name")(call);
  if (name === void 0) return [];
  const texts = name.texts.flatMap(
    (text) => vault2 === void 0 ? [text] : vault2.texts.map((first) => [...first, "/", ...text])
  );
  return named2("az", "keyvault:", () => [{ texts }])(call);
};
var cloudCommands = [
  environment("run deploy", "gcloud-run:"),
  environment("run services update", "gcloud-run:"),
  environment("run jobs update", "gcloud-run-job:"),
  environment("run jobs deploy", "gcloud-run-job:"),
  environment("functions deploy", "gcloud-functions:"),
  {
    names: gcloud("run services replace"),
    about: "the service of the file",
    page: reference("run services replace"),
    options: { values: GCLOUD },
    writes: [
      kept("gcloud", "env-replace-all", operand(0), {
        prefix: "manifest:",
        sources: (call) => call.operands[0]?.values ?? [],
        safer: [advice("Compare with gcloud run services describe --format=export first.")]
      })
    ]
  },
  {
    names: gcloud("secrets delete"),
    about: "the secret",
    page: reference("secrets delete"),
    options: { values: GCLOUD },
    writes: [
      kept("gcloud", "remove-config", operand(0), {
        prefix: "gcloud-secret:",
        op: "delete",
        safer: [advice("Disable its versions first: gcloud secrets versions disable.")]
      })
    ]
  },
  azure(
    "webapp config appsettings set",
    "the settings that it names",
    kept("az", "param-overwrite", ofOption("-n --name"), { prefix: "azure-webapp:", safer: [KEEP] })
  ),
  azure(
    "functionapp config appsettings set",
    "the settings that it names",
    kept("az", "param-overwrite", ofOption("-n --name"), { prefix: "azure-functionapp:", safer: [KEEP] })
  ),
  azure(
    "webapp config appsettings delete",
    "the settings that it names",
    kept("az", "remove-config", ofOption("-n --name"), {
      prefix: "azure-webapp:",
      op: "delete",
      safer: [KEEP]
    })
  ),
  azure(
    "containerapp update",
    "with --replace-env-vars or --remove-all-env-vars: all variables of the app",
    kept("az", "env-replace-all", ofOption("-n --name"), {
      prefix: "azure-containerapp:",
      when: "--replace-env-vars --remove-all-env-vars",
      safer: [
        { kind: "swap", from: "--replace-env-vars", to: "--set-env-vars" },
        advice("Name the variables that change: --set-env-vars leaves the others alone.")
      ]
    }),
    "-i --image --container-name --cpu --memory --revision-suffix --yaml"
  ),
  azure(
    "keyvault secret set",
    "the secret; older versions are kept",
    {
      op: "state",
      rule: "param-overwrite",
      spots: vaultSecret,
      backup: () => "the versions of the key vault",
      safer: [KEEP]
    },
    "--vault-name --value -f --file --encoding"
  ),
  azure(
    "keyvault secret delete",
    "the secret",
    { op: "delete", rule: "remove-config", spots: vaultSecret, safer: [KEEP] },
    "--vault-name"
  ),
  azure(
    "appconfig kv import",
    "the keys of the file; with --strict also those that it has not",
    kept("az", "kv-replace-all", ofOption("-n --name"), {
      prefix: "appconfig:",
      when: "--strict",
      tree: true,
      safer: [advice("Leave --strict away: keys that the file has not stay.")]
    }),
    "-s --source --path --format --prefix --label --separator --profile"
  ),
  azure(
    "storage blob sync",
    "the container; with --delete-destination true also what the source has not",
    kept("az", "tree-mirror-delete", ofOption("-c --container"), {
      prefix: "az://",
      op: "mirror-tree",
      tree: true,
      when: "--delete-destination=true",
      safer: [
        advice("Leave --delete-destination away, or keep what only the container has: --exclude-pattern.")
      ]
    }),
    "-c --container --account-name --account-key --sas-token --connection-string -d --destination --delete-destination --exclude-pattern --include-pattern --exclude-path"
  ),
  azure(
    "storage blob upload",
    "with --overwrite: the blob",
    kept("az", "remote-copy-over-config", ofOption("-n --name"), {
      prefix: "az:",
      op: "replace",
      when: "--overwrite",
      sources: (call) => optionValue(call, "-f --file")?.values ?? [],
      safer: [advice("Leave --overwrite away, or turn versioning of the account on.")]
    }),
    "-c --container-name -f --file --account-name --account-key --sas-token --connection-string --content-type --auth-mode"
  )
];

// src/scripts/commands/transfer.ts
function transferOf(call, names2 = "-t --target-directory") {
  const directory2 = optionValue(call, names2);
  if (directory2 !== void 0) return { sources: call.operands, to: directory2, into: true };
  const to = call.operands.at(-1);
  return to === void 0 || call.operands.length < 2 ? void 0 : { sources: call.operands.slice(0, -1), to, into: false };
}
function placesOf2({ sources: sources2, to, into }, manner = {}) {
  const several = into || sources2.length > 1 || sources2.some(({ values }) => values.some(hasGlob));
  return sources2.map((source) => {
    const texts = to.values.flatMap(
      (destination2) => source.values.flatMap((from) => placesOfOne(from, destination2, several, manner))
    );
    return {
      texts,
      sources: source.values.map(withoutSlash),
      tree: manner.recursive === true && !source.values.every((from) => isFile2(from, to))
    };
  });
}
var isFile2 = (from, to) => looksLikeFile(from) || literalOf(lastName(from)) === void 0 && !hasGlob(from) && to.values.every(looksLikeFile);
function placesOfOne(from, to, several, manner) {
  const plain = withoutSlash(to);
  if (isContents(from) || manner.exact) return [plain];
  const inside2 = below(plain, lastName(from));
  if (several || isDirectory(to)) return [inside2];
  return looksLikeFile(to) ? [to] : [plain, inside2];
}
var asTree = (spots, op) => spots.map((one) => one.tree ? { ...one, op } : one);
var wholeDirectory = (argument) => ({
  ...spot(argument),
  tree: !argument.values.every((value) => looksLikeFile(value) || hasGlob(value))
});
function remoteOf(text, slashes = false) {
  const end = slashes ? /^[^:]*:/ : /^(?:[^:/[]*\[[^\]/]*\])?[^:/]*:/;
  const scheme = /^(rsync|scp|sftp):\/\//.exec(knownStart(text));
  if (scheme !== null) return urlOf(withoutStart(text, scheme[0].length), scheme[1] === "rsync");
  const before = [];
  for (const [index, part] of text.entries()) {
    if (typeof part === "string") {
      const match = end.exec(part);
      if (match !== null) {
        const behind = part.slice(match[0].length);
        const path = joined([behind.replace(/^:|^~\//, "")], text.slice(index + 1));
        const name = hostName([...before, match[0].slice(0, -1)]);
        return { name, path: behind.startsWith(":") ? inModule(path) : path };
      }
      if (!slashes && part.includes("/")) return void 0;
    }
    before.push(part);
  }
  return void 0;
}
function urlOf(rest, module) {
  const [host = [], ...segments] = segmentsOf(rest);
  const path = joinedBy("/", segments);
  return { name: hostName(host), path: module ? inModule(path) : path };
}
function inModule(path) {
  const [module = [], ...segments] = segmentsOf(path);
  return joinedBy("/", [[{ name: shown(module), is: "value" }], ...segments]);
}
var hostName = (parts) => shown(parts).replace(/^.*@/, "").replace(/:\d+$/, "");
function overNetwork(transfer, kind, slashes = false) {
  const split = transfer.to.values.map((value) => remoteOf(value, slashes));
  const host = split.find((remote) => remote !== void 0);
  const sources2 = transfer.sources.map((source) => ({
    ...source,
    values: source.values.map((value) => remoteOf(value, slashes)?.path ?? value)
  }));
  const values = split.map((remote, index) => remote?.path ?? transfer.to.values[index]);
  return {
    transfer: { ...transfer, sources: sources2, to: { ...transfer.to, values } },
    ...host && { host: { kind, name: host.name } },
    download: transfer.sources.some((source) => source.values.some((value) => remoteOf(value, slashes)))
  };
}
var recursively = (call) => hasOption(call, "-r -R -a --recursive --archive");

// src/scripts/commands/container.ts
var DOCKER_VALUES = "-H --host -c --context --config -l --log-level";
var COMPOSE_VALUES = "-f --file -p --project-name --profile --env-file --project-directory --index --ansi";
function intoContainer(call, slashes) {
  const transfer = transferOf(call, "");
  if (transfer === void 0) return [];
  const { transfer: reached, host, download } = overNetwork(transfer, "container", slashes);
  const places = placesOf2(reached, { recursive: true }).map((place2) => ({
    ...place2,
    ...host && { host },
    ...download && { sources: [] }
  }));
  return asTree(places, "replace-tree");
}
var copying = (names2, page2, values, slashes = false) => ({
  names: names2,
  about: "the last operand, in the container or here",
  page: page2,
  options: { values },
  writes: [
    {
      op: "replace",
      rule: "copy-over-config",
      spots: (call) => intoContainer(call, slashes),
      safer: [advice("Mount the file, or put it into the image: what is copied is gone with the container.")]
    }
  ]
});
var docker = (words) => [`docker ${words}`, `podman ${words}`, `nerdctl ${words}`];
var reference2 = (words) => `https://docs.docker.com/reference/cli/docker/${words}/`;
var dropping = (kind) => ({
  names: docker(`${kind} rm`),
  about: `every ${kind} that it names`,
  page: reference2(`${kind}/rm`),
  options: { values: DOCKER_VALUES },
  writes: [
    kept("docker", "remove-config", operands(), {
      op: "delete",
      prefix: `${kind}:`,
      tree: () => kind === "volume",
      safer: [
        advice(`Make the new ${kind} under a new name first, and remove this one when nothing uses it.`)
      ]
    })
  ]
});
var containerCommands = [
  copying([...docker("cp"), ...docker("container cp")], reference2("container/cp"), DOCKER_VALUES),
  copying(
    [...docker("compose cp"), "docker-compose cp"],
    reference2("compose/cp"),
    `${DOCKER_VALUES} ${COMPOSE_VALUES}`
  ),
  copying(
    ["kubectl cp", "oc cp"],
    "https://kubernetes.io/docs/reference/kubectl/generated/kubectl_cp/",
    "-n --namespace --context --kubeconfig --cluster --user -c --container --retries",
    true
  ),
  dropping("volume"),
  dropping("config"),
  dropping("secret"),
  {
    names: [...docker("compose down"), "docker-compose down", ...docker("compose rm"), "docker-compose rm"],
    about: "with -v: the volumes of the project",
    page: reference2("compose/down"),
    options: { values: `${DOCKER_VALUES} ${COMPOSE_VALUES} -t --timeout --rmi` },
    idle: "--dry-run",
    writes: [
      kept("docker", "remove-config", () => [{ texts: [["*"]] }], {
        op: "delete",
        prefix: "volume:",
        when: "-v --volumes",
        tree: true,
        safer: [advice("Leave the volumes: without -v they stay.")]
      })
    ]
  },
  {
    names: [...docker("system prune"), ...docker("volume prune")],
    about: "volumes that nothing uses",
    page: reference2("volume/prune"),
    options: { values: `${DOCKER_VALUES} --filter` },
    writes: [
      kept("docker", "remove-config", () => [{ texts: [["*"]] }], {
        op: "delete",
        prefix: "volume:",
        when: (call) => call.command.endsWith("volume prune") || hasOption(call, "--volumes"),
        tree: true,
        safer: [advice("Remove the volumes by their names.")]
      })
    ]
  }
];

// src/scripts/commands/copy.ts
var KEEP_OLD = [
  { kind: "insert", words: "--backup=numbered" },
  { kind: "before", command: "cp -a {target} {target}.bak" }
];
var BACKUP = "-b --backup -S --suffix";
var exact = (call) => hasOption(call, "-T --no-target-directory");
function copied2(call) {
  const transfer = transferOf(call);
  if (transfer === void 0) return [];
  return asTree(placesOf2(transfer, { exact: exact(call), recursive: recursively(call) }), "replace-tree");
}
function moved(call) {
  const transfer = transferOf(call);
  if (transfer === void 0) return [];
  return placesOf2(transfer, { exact: exact(call) }).map((place2) => ({ ...place2, tree: false }));
}
var isTemporary = ({ texts }) => texts.every((text) => text.some((part) => typeof part !== "string" && part.is === "temporary"));
function linked(call) {
  const [only2] = call.operands;
  const transfer = transferOf(call) ?? (only2 && { sources: [only2], to: { values: [HERE], pos: only2.end, end: only2.end }, into: true });
  if (transfer === void 0) return [];
  return placesOf2(transfer, { exact: exact(call) || hasOption(call, "-n --no-dereference") });
}
var copyCommands = [
  {
    names: ["cp", "gcp"],
    about: "the last operand, or the directory of -t",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/cp-invocation.html",
    options: { values: "-t --target-directory -S --suffix --no-preserve --sparse" },
    idle: "--help --version",
    writes: [
      {
        op: "replace",
        rule: "copy-over-config",
        spots: copied2,
        missing: "-n --no-clobber --update=none --update=none-fail",
        backup: BACKUP,
        safer: KEEP_OLD
      }
    ]
  },
  {
    names: ["mv", "gmv"],
    about: "the last operand, or the directory of -t; the sources vanish",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/mv-invocation.html",
    options: { values: "-t --target-directory -S --suffix" },
    idle: "--help --version",
    writes: [
      {
        op: "replace",
        rule: "move-over-config",
        spots: moved,
        missing: "-n --no-clobber --update=none --update=none-fail",
        backup: BACKUP,
        safer: KEEP_OLD
      },
      {
        op: "delete",
        rule: "remove-config",
        spots: (call) => (transferOf(call)?.sources ?? []).map(wholeDirectory).filter((place2) => !isTemporary(place2)),
        // What was there is at the new place.
        backup: () => "mv",
        safer: [{ kind: "advice", text: "Copy it, so that it stays in place until its successor is there." }]
      }
    ]
  },
  {
    names: ["install", "ginstall"],
    about: "the last operand, or the directory of -t; with -d nothing",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/install-invocation.html",
    options: {
      values: "-t --target-directory -S --suffix -m --mode -o --owner -g --group --strip-program"
    },
    idle: "-d --directory --help --version",
    writes: [
      {
        op: "replace",
        rule: "install-over-config",
        spots: copied2,
        backup: BACKUP,
        safer: KEEP_OLD
      }
    ]
  },
  {
    names: ["ln", "gln"],
    about: "with -f: the last operand, or the name of the only one",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/ln-invocation.html",
    options: { values: "-t --target-directory -S --suffix" },
    idle: "--help --version",
    writes: [
      {
        op: "replace",
        rule: "symlink-over-config",
        spots: linked,
        when: "-f --force -b --backup -i --interactive",
        backup: BACKUP,
        safer: KEEP_OLD
      }
    ]
  },
  {
    names: ["mount"],
    about: "with --bind: what is in the directory is hidden",
    page: "https://man7.org/linux/man-pages/man8/mount.8.html",
    options: { values: "-o --options -t --types -L --label -U --uuid -O --test-opts" },
    writes: [
      {
        op: "replace-tree",
        rule: "symlink-over-config",
        spots: (call) => call.operands.slice(1, 2).map(wholeDirectory),
        sources: (call) => call.operands.slice(0, 1).flatMap(({ values }) => values),
        when: (call) => hasOption(call, "-B --bind -R --rbind") || (optionValue(call, "-o --options")?.values.some(
          (text) => /(^|,)r?bind(,|$)/.test(literalOf(text) ?? "")
        ) ?? false),
        safer: [
          { kind: "advice", text: "Mount it at a directory of its own, and let the service read that." }
        ]
      }
    ]
  }
];

// src/scripts/commands/output.ts
function toOption(names2, option, page2, more = {}) {
  const { sources: sources2 = textsOf2(operands()), op = "truncate", options, ...rest } = more;
  return {
    names: names2,
    about: `the file of ${option.split(" ").join(" or ")}`,
    page: page2,
    options: { ...options, values: `${options?.values ?? ""} ${option}`.trim() },
    ...rest,
    writes: [anew(ofOption(option), { op, sources: sources2 })]
  };
}
var pieces = (call) => firstOf(operand(1), () => [{ texts: [["x"]] }])(call).map(({ texts }) => ({
  texts: texts.map((text) => joined(text, [{ name: "*", is: "glob" }]))
}));
var outputCommands = [
  {
    names: ["tee", "gtee"],
    about: "every operand; with -a at its end",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/tee-invocation.html",
    idle: "--help --version",
    writes: [
      anew(operands(), { unless: "-a --append", safer: COPY_FIRST }),
      {
        op: "append",
        rule: "redirect-over-config",
        spots: operands(),
        when: "-a --append",
        safer: COPY_FIRST
      }
    ]
  },
  toOption(
    ["sort", "gsort"],
    "-o --output",
    "https://www.gnu.org/software/coreutils/manual/html_node/sort-invocation.html",
    {
      options: {
        values: "-k --key -t --field-separator -S --buffer-size -T --temporary-directory --sort --batch-size --parallel --compress-program --files0-from --random-source"
      },
      // It reads all before it writes: the file may be one that it reads.
      op: "replace",
      reads: textsOf2(operands())
    }
  ),
  toOption(
    ["shuf", "gshuf"],
    "-o --output",
    "https://www.gnu.org/software/coreutils/manual/html_node/shuf-invocation.html",
    {
      options: { values: "-n --head-count -i --input-range --random-source" },
      op: "replace",
      reads: textsOf2(operands())
    }
  ),
  {
    names: ["split", "gsplit"],
    about: "files that begin with the prefix",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/split-invocation.html",
    options: {
      values: "-a --suffix-length -b --bytes -C --line-bytes -l --lines -n --number --additional-suffix --filter -t --separator"
    },
    idle: "--filter --help --version",
    writes: [
      anew(pieces, {
        sources: textsOf2(operand(0)),
        safer: [{ kind: "advice", text: "Split into an empty directory." }]
      })
    ],
    reads: textsOf2(operand(0))
  },
  {
    names: ["uniq", "guniq"],
    about: "the second operand",
    page: "https://www.gnu.org/software/coreutils/manual/html_node/uniq-invocation.html",
    options: {
      values: "-f --skip-fields -s --skip-chars -w --check-chars"
    },
    writes: [anew(operand(1), { sources: textsOf2(operand(0)) })],
    reads: textsOf2(operand(0))
  },
  toOption(["iconv"], "-o --output", "https://man7.org/linux/man-pages/man1/iconv.1.html", {
    options: { values: "-f --from-code -t --to-code" },
    reads: textsOf2(operands())
  }),
  toOption(
    ["pg_dump", "pg_dumpall"],
    "-f --file",
    "https://www.postgresql.org/docs/current/app-pgdump.html",
    {
      options: {
        values: "-d --dbname -h --host -p --port -U --username -n --schema -N -t --table -T -F --format -E -j -Z -S"
      },
      sources: () => []
    }
  ),
  toOption(["psql"], "-o --output", "https://www.postgresql.org/docs/current/app-psql.html", {
    options: {
      values: "-d --dbname -h --host -p --port -U --username -c --command -f --file -v -F -R -P -T -L"
    },
    sources: () => []
  }),
  toOption(
    ["mysqldump", "mariadb-dump"],
    "-r --result-file",
    "https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html",
    { options: { values: "-u --user -h --host -P --port -S --socket -w --where" }, sources: () => [] }
  ),
  toOption(["gomplate"], "-o --out", "https://docs.gomplate.ca/usage/", {
    options: {
      values: "-f --file -i --in -d --datasource -c --context -t --template --input-dir --output-dir"
    },
    sources: textsOf2(ofOption("-f --file")),
    reads: textsOf2(ofOption("-f --file"))
  }),
  toOption(["pandoc"], "-o --output", "https://pandoc.org/MANUAL.html", {
    options: { values: "-f --from -t --to -V --variable -M --metadata --template -H -B -A -c --css" },
    reads: textsOf2(operands())
  })
];

// src/scripts/commands/crypto.ts
var SOPS_VALUES = "--output --input-type --output-type --config --kms --aws-profile --gcp-kms --azure-kv --hc-vault-transit --pgp -p --age -a --extract --set --encryption-context --unencrypted-suffix --encrypted-suffix --unencrypted-regex --encrypted-regex --filename-override --idempotent --value-file";
var VAULT_VALUES = "--output --vault-id --vault-password-file --vault-pass-file --encrypt-vault-id --new-vault-id --new-vault-password-file -n --name --stdin-name";
var both2 = (name) => [`${name} decrypt`, `${name} encrypt`];
var cryptoCommands = [
  {
    names: ["gpg", "gpg2"],
    about: "the file of -o or --output; over an existing one only with --yes",
    page: "https://www.gnupg.org/documentation/manuals/gnupg/GPG-Input-and-Output.html",
    options: {
      values: "-o --output -r --recipient -R --hidden-recipient -u --local-user --default-key --homedir --passphrase --passphrase-file --passphrase-fd --pinentry-mode --cipher-algo --digest-algo --compress-algo --keyserver --keyring --trust-model --status-fd --logger-fd --s2k-mode -z"
    },
    writes: [
      anew(ofOption("-o --output"), {
        op: "replace",
        sources: textsOf2(operands()),
        missing: (call) => hasOption(call, "--yes") ? void 0 : "gpg without --yes"
      })
    ],
    reads: textsOf2(operands())
  },
  {
    names: ["openssl"],
    about: "the files of -out and -keyout",
    page: "https://docs.openssl.org/master/man1/openssl/",
    options: { long: true, values: "-in -out -keyout -inkey -key" },
    writes: [anew(ofOption("-out"), { sources: textsOf2(ofOption("-in")) }), anew(ofOption("-keyout"))],
    reads: textsOf2(ofOption("-in"))
  },
  toOption(["age", "rage"], "-o --output", "https://github.com/FiloSottile/age/blob/main/doc/age.1.ronn", {
    options: { values: "-r --recipient -R --recipients-file -i --identity -j" },
    reads: textsOf2(operands())
  }),
  {
    names: ["sops", ...both2("sops")],
    about: "with -i every operand; otherwise the file of --output",
    page: "https://getsops.io/docs/",
    options: { values: SOPS_VALUES },
    writes: [
      inPlace(operands(), { when: "-i --in-place" }),
      anew(ofOption("--output"), { sources: textsOf2(operands()) })
    ],
    reads: textsOf2(operands())
  },
  {
    names: ["sops set", "sops unset"],
    about: "the file",
    page: "https://getsops.io/docs/",
    options: { values: SOPS_VALUES },
    writes: [inPlace(operand(0))]
  },
  {
    names: [...both2("ansible-vault"), "ansible-vault rekey"],
    about: "every operand, in place; or the file of --output",
    page: "https://docs.ansible.com/ansible/latest/cli/ansible-vault.html",
    options: { values: VAULT_VALUES },
    writes: [
      inPlace(operands(), { unless: "--output" }),
      anew(ofOption("--output"), { sources: textsOf2(operands()) })
    ],
    reads: textsOf2(operands())
  },
  {
    names: ["htpasswd"],
    about: "the first operand; with -c from nothing",
    page: "https://httpd.apache.org/docs/2.4/programs/htpasswd.html",
    options: { values: "-C -r" },
    idle: "-n -v",
    writes: [
      anew(operand(0), { when: "-c", safer: [{ kind: "unless-exists" }] }),
      inPlace(operand(0), { unless: "-c" })
    ]
  },
  {
    names: ["base64", "gbase64"],
    about: "on macOS the file of -o",
    page: "https://keith.github.io/xcode-man-pages/base64.1.html",
    options: { values: "-w --wrap -b --break -o --output" },
    writes: [anew(ofOption("-o --output"), { sources: textsOf2(operands()) })],
    reads: textsOf2(operands())
  }
];

// src/scripts/commands/download.ts
var CURL_VALUES = "-E --cert -K --config --connect-timeout --connect-to -C --continue-at -b --cookie -c --cookie-jar -d --data --data-ascii --data-binary --data-raw --data-urlencode -D --dump-header -F --form --form-string -H --header --interface --key --key-type --limit-rate --max-filesize --max-redirs -m --max-time --netrc-file --noproxy -o --output --output-dir --oauth2-bearer --pass --pinnedpubkey --proto --proto-redir --proxy -x --proxy-user -U --proxy-header -Q --quote -r --range -e --referer -X --request --resolve --retry --retry-delay --retry-max-time --cacert --capath --ciphers -y --speed-time -Y --speed-limit --stderr -z --time-cond --tls-max --trace --trace-ascii -T --upload-file --url --unix-socket -u --user -A --user-agent -w --write-out --aws-sigv4 --json --create-file-mode --etag-save --etag-compare --happy-eyeballs-timeout-ms --parallel-max --dns-servers --doh-url --socks5 --socks5-hostname";
var WGET_VALUES = "-O --output-document -P --directory-prefix -o --output-file -a --append-output -e --execute -i --input-file -B --base -t --tries --timeout -T --dns-timeout --connect-timeout --read-timeout -w --wait --waitretry -Q --quota --limit-rate --user --password --header -U --user-agent --referer --post-data --post-file --method --body-data --body-file --load-cookies --save-cookies --ca-certificate --ca-directory --certificate --private-key --http-user --http-password --proxy-user --proxy-password --progress --retry-on-http-error -A --accept -R --reject -D --domains -I --include-directories -X --exclude-directories -l --level --cut-dirs --secure-protocol";
function nameInUrl(url, query) {
  const end = query ? -1 : url.findIndex((part) => typeof part === "string" ? /[?#]/.test(part) : part.name === "?");
  const last = url[end];
  const cut3 = typeof last === "string" ? [last.replace(/[?#].*$/, "")] : [];
  return lastName(joined(end === -1 ? url : [...url.slice(0, end), ...cut3]));
}
var inDirectory = (directory2, urls, query = false) => urls.map(({ texts }) => ({ texts: texts.map((url) => below(directory2, nameInUrl(url, query))) }));
var directoryOf2 = (call, names2) => optionValue(call, names2)?.values[0] ?? HERE;
function curled(call) {
  const directory2 = directoryOf2(call, "--output-dir");
  const named3 = call.options.flatMap(
    ({ name, value }) => value && /^(-o|--output)$/.test(name) ? [{ texts: value.values.map((path) => below(directory2, path)) }] : []
  );
  const remote = hasOption(call, "-O --remote-name --remote-name-all");
  return remote ? [...named3, ...inDirectory(directory2, urlsOf(call))] : named3;
}
var urlsOf = (call) => [
  ...operands()(call),
  ...call.options.flatMap(({ name, value }) => name === "--url" && value ? [spot(value)] : [])
];
var wgetNames = (call) => inDirectory(directoryOf2(call, "-P --directory-prefix"), operands()(call), true);
var recursive = (call) => hasOption(call, "-r --recursive -m --mirror -p --page-requisites");
var downloadCommands = [
  {
    names: ["curl"],
    about: "the files of -o, or with -O the names in the URLs",
    page: "https://curl.se/docs/manpage.html",
    options: { values: CURL_VALUES },
    writes: [
      {
        op: "truncate",
        rule: "download-over-config",
        spots: curled,
        missing: "--no-clobber",
        safer: WRITE_BESIDE,
        fits: (call) => !hasOption(call, "--output-dir -O --remote-name --remote-name-all"),
        aggravators: (call) => hasOption(call, "-f --fail --fail-with-body") ? [] : ["download-unchecked"]
      },
      {
        op: "truncate",
        rule: "download-over-config",
        spots: (call) => [
          ...ofOption("-D --dump-header")(call),
          ...ofOption("-c --cookie-jar")(call),
          ...ofOption("--trace --trace-ascii")(call)
        ],
        safer: WRITE_BESIDE
      }
    ]
  },
  {
    names: ["wget"],
    about: "the file of -O; otherwise the names in the URLs, only when there is no such file yet",
    page: "https://www.gnu.org/software/wget/manual/html_node/Download-Options.html",
    // -nc, -nv, -nd are words of two letters: the second one is the value.
    options: { values: WGET_VALUES, attached: "-n" },
    idle: "--spider --help --version",
    writes: [
      {
        op: "truncate",
        rule: "download-over-config",
        spots: ofOption("-O --output-document"),
        missing: "--no-clobber -n=c",
        safer: WRITE_BESIDE
      },
      {
        op: "replace",
        rule: "download-over-config",
        spots: wgetNames,
        unless: (call) => hasOption(call, "-O --output-document") || recursive(call),
        missing: (call) => hasOption(call, "-N --timestamping") ? void 0 : "wget without -O and -N",
        safer: [advice("Give the file a name with -O beside it, then move it there.")]
      },
      {
        op: "replace-tree",
        rule: "download-over-config",
        spots: (call) => [{ texts: [directoryOf2(call, "-P --directory-prefix")], tree: true }],
        when: recursive,
        missing: "--no-clobber -n=c",
        safer: [{ kind: "advice", text: "Download into an empty directory, then move what is right." }]
      }
    ]
  },
  {
    names: ["aria2c"],
    about: "the file of -o in the directory of -d; with --allow-overwrite also when it exists",
    page: "https://aria2.github.io/manual/en/html/aria2c.html",
    options: { values: "-o --out -d --dir -i --input-file -l --log -j -x -s -k -t -m --header --checksum" },
    writes: [
      {
        op: "replace",
        rule: "download-over-config",
        spots: (call) => ofOption("-o --out")(call).map(({ texts }) => ({
          texts: texts.map((path) => below(directoryOf2(call, "-d --dir"), path))
        })),
        missing: (call) => optionValue(call, "--allow-overwrite")?.values.some((text) => literalOf(text) === "true") ? void 0 : "aria2c without --allow-overwrite=true",
        safer: WRITE_BESIDE,
        fits: (call) => !hasOption(call, "-d --dir")
      }
    ]
  }
];

// src/scripts/commands/edit.ts
var WITH_SUFFIX = [{ kind: "swap", from: "-i", to: "-i.bak" }, ...COPY_FIRST];
var wordOf = (call, index) => {
  const [value, ...others] = call.operands[index]?.values ?? [];
  return value === void 0 || others.length > 0 ? void 0 : literalOf(value);
};
var suffixWord = (call) => hasOption(call, "-i") && optionValue(call, "-i") === void 0 && /^(\.\w+)?$/.test(wordOf(call, 0) ?? "-");
var sedFiles = (call) => operands((suffixWord(call) ? 1 : 0) + (hasOption(call, "-e --expression -f --file") ? 0 : 1))(call);
var sedSuffix = (call) => {
  const value = optionValue(call, "-i --in-place")?.values.map(literalOf)[0];
  const suffix = suffixWord(call) ? wordOf(call, 0) : value;
  return suffix ? `-i${suffix}` : void 0;
};
function sedWrites(call) {
  const scripts = call.options.filter(({ name }) => name === "-e" || name === "--expression").flatMap(({ value }) => value?.values ?? []);
  const script = scripts.length > 0 ? scripts : call.operands[suffixWord(call) ? 1 : 0]?.values ?? [];
  return script.flatMap(
    (text) => [...(literalOf(text) ?? "").matchAll(/(?:^|[;{/|#$\d])[gpIi]*w\s+(\S+)$/gm)].map(([, file]) => ({
      texts: [globText(file)],
      op: "truncate",
      rule: "redirect-over-config"
    }))
  );
}
var suffixOf = (call) => {
  const value = optionValue(call, "-i")?.values.map(literalOf)[0];
  return value ? `-i${value}` : void 0;
};
var scripted = (names2, page2) => ({
  names: names2,
  about: "with -i and -e: every operand",
  page: page2,
  options: { values: "-e -E -I -r -S", attached: "-i -M -m -F", stops: true },
  writes: [
    inPlace((call) => operands(hasOption(call, "-e -E") ? 0 : 1)(call), {
      when: "-i",
      backup: suffixOf,
      safer: WITH_SUFFIX
    })
  ],
  reads: (call) => hasOption(call, "-e -E") ? textsOf2(operands())(call) : []
});
var YQ_VALUES = "-I --indent -o --output-format -p --input-format --expression --from-file -s --split-exp --front-matter -f";
var yqFiles = (call) => operands(call.operands.length < 2 || hasOption(call, "--expression --from-file") ? 0 : 1)(call);
var editCommands = [
  {
    names: ["sed", "gsed"],
    about: "with -i: every operand behind the script; the files of w",
    page: "https://www.gnu.org/software/sed/manual/html_node/Command_002dLine-Options.html",
    options: { values: "-e --expression -f --file -l --line-length", attached: "-i" },
    writes: [
      inPlace(sedFiles, {
        when: "-i --in-place",
        unless: suffixWord,
        backup: sedSuffix,
        safer: [
          { kind: "swap", from: "-i", to: "-i.bak" },
          { kind: "swap", from: "--in-place", to: "--in-place=.bak" },
          ...COPY_FIRST
        ]
      }),
      inPlace(sedFiles, { when: suffixWord, backup: sedSuffix }),
      anew(sedWrites, { safer: COPY_FIRST })
    ],
    reads: textsOf2(sedFiles)
  },
  scripted(["perl"], "https://perldoc.perl.org/perlrun"),
  scripted(["ruby"], "https://docs.ruby-lang.org/en/master/ruby/options_md.html"),
  {
    names: ["yq", "yq e", "yq eval", "yq ea", "yq eval-all"],
    about: "with -i: every operand behind the expression",
    page: "https://mikefarah.gitbook.io/yq/",
    options: { values: YQ_VALUES, pairs: "--arg --argjson" },
    writes: [inPlace(yqFiles, { when: "-i --inplace --in-place" })],
    reads: textsOf2(yqFiles)
  },
  {
    names: ["yq w", "yq write", "yq d", "yq delete", "yq m", "yq merge"],
    about: "with -i: the first operand (yq 3)",
    page: "https://mikefarah.gitbook.io/yq/v3.x/",
    options: { values: "-s --script -d --doc" },
    writes: [inPlace(operand(0), { when: "-i --inplace" })],
    reads: textsOf2(operand(0))
  }
];

// src/scripts/commands/edit-file.ts
var directory = (call) => optionValue(call, "-d --directory")?.values[0] ?? HERE;
function patched(call) {
  const out = ofOption("-o --output")(call);
  if (out.length > 0) return out;
  const [file] = call.operands;
  return file === void 0 ? [{ texts: [directory(call)], tree: true }] : [{ texts: file.values.map((text) => below(directory(call), text)) }];
}
var augeasFile = (call) => operand(0)(call).flatMap(({ texts }) => {
  const path = /^\/files(\/(?:[^/]+\/)*?[^/]+\.[a-z]+|\/.*)/.exec(literalOf(texts[0]) ?? "")?.[1];
  return path === void 0 ? [] : [{ texts: [[path]] }];
});
var editFileCommands = [
  {
    names: ["crudini"],
    about: "with --set, --del or --merge: the first operand",
    page: "https://github.com/pixelb/crudini",
    writes: [inPlace(operand(0), { when: "--set --del --merge" })]
  },
  {
    names: ["augtool set", "augtool rm", "augtool ins", "augtool clear"],
    about: "the file behind /files",
    page: "https://manpages.debian.org/stable/augeas-tools/augtool.1.en.html",
    options: { values: "-r --root -l --load-file -I --include -t --transform -f --file" },
    idle: "-n --new",
    writes: [inPlace(augeasFile, { when: "-s --autosave", backup: "-b --backup" })]
  },
  {
    names: ["xmlstarlet ed", "xmlstarlet edit", "xml ed"],
    about: "with -L: the last operand",
    page: "https://xmlstar.sourceforge.net/doc/UG/xmlstarlet-ug.html",
    options: {
      values: "-u --update -v --value -x --expr -s --subnode -t --type -n --name -i --insert -a --append -d --delete -r --rename -m --move -N"
    },
    writes: [inPlace(lastOperand(), { when: "-L --inplace" })],
    reads: textsOf2(lastOperand())
  },
  {
    names: ["patch", "gpatch"],
    about: "the first operand, the file of -o, or the files that the patch names",
    page: "https://www.gnu.org/software/diffutils/manual/html_node/patch-Options.html",
    options: {
      values: "-p --strip -i --input -d --directory -o --output -r --reject-file -F --fuzz -B --prefix -Y --basename-prefix -z --suffix -V --version-control -D --ifdef -x --debug -g --get"
    },
    idle: "--dry-run --help --version",
    writes: [
      inPlace(patched, {
        sources: textsOf2(ofOption("-i --input")),
        backup: "-b --backup -z --suffix -B --prefix -V --version-control",
        safer: [{ kind: "insert", words: "--backup" }]
      })
    ]
  },
  {
    names: ["ed", "red", "ex"],
    about: "the file that it opens",
    page: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/ed.html",
    options: { values: "-p -c" },
    writes: [inPlace(operands())]
  },
  {
    names: ["sponge"],
    about: "the operand, after all is read; with -a at its end",
    page: "https://manpages.debian.org/stable/moreutils/sponge.1.en.html",
    writes: [
      anew(operand(0), { op: "replace", unless: "-a", safer: COPY_FIRST }),
      anew(operand(0), { op: "append", when: "-a", safer: COPY_FIRST })
    ]
  },
  {
    names: ["dos2unix", "unix2dos", "mac2unix"],
    about: "every operand; with -n the second one",
    page: "https://manpages.debian.org/stable/dos2unix/dos2unix.1.en.html",
    options: { values: "-c --convmode" },
    idle: "-i --info -O --to-stdout -h --help -V --version",
    writes: [inPlace((call) => hasOption(call, "-n --newfile") ? operand(1)(call) : operands()(call))]
  }
];

// src/scripts/commands/git.ts
var GLOBALS2 = "-C -c --git-dir --work-tree --namespace";
var STASH_FIRST = [
  { kind: "before", command: "git -C {target} stash push --include-untracked" }
];
var manual = (name) => `https://git-scm.com/docs/git-${name}`;
function workTree({ options, own }) {
  const before = options.filter(({ at }) => at.pos < own[0].pos);
  const named3 = before.findLast(({ name }) => name === "--work-tree")?.value?.values[0];
  const steps = before.flatMap(({ name, value }) => name === "-C" && value ? [value.values[0]] : []);
  const directory2 = steps.reduce(
    (from, step2) => literalOf(step2)?.startsWith("/") ? step2 : below(from, step2),
    HERE
  );
  return named3 === void 0 ? directory2 : below(directory2, named3);
}
var whole = (call) => [{ texts: [workTree(call)], tree: true }];
function inTree(call, paths) {
  const root = workTree(call);
  return paths.map(({ values }) => ({
    texts: values.map((path) => below(root, path)),
    tree: !values.every(looksLikeFile)
  }));
}
var operandsInTree = (call) => inTree(call, call.operands);
function checkedOut(call) {
  const dashes = call.args.findIndex(({ values }) => literalOf(values[0] ?? []) === "--");
  if (dashes !== -1) return inTree(call, call.args.slice(dashes + 1));
  const [first, ...paths] = call.operands;
  if (first === void 0) return [];
  if (paths.length > 0) return inTree(call, paths);
  return first.values.every((path) => isDirectory(path) || looksLikeFile(path)) ? inTree(call, [first]) : [];
}
var isHere = ({ options, own }) => !options.some(({ name, at }) => at.pos < own[0].pos && /^(-C|--work-tree|--git-dir)$/.test(name));
var isOneStep = ({ options, own }) => {
  const before = options.filter(({ at }) => at.pos < own[0].pos).map(({ name }) => name);
  return before.filter((name) => name === "-C").length < 2 && !before.some((name) => /^--(work-tree|git-dir)$/.test(name));
};
var discard = (spots, more = {}) => ({
  op: "discard",
  rule: "git-discard-on-server",
  spots,
  safer: STASH_FIRST,
  fits: isOneStep,
  ...more
});
function command2(words, about2, writes, more = {}) {
  return {
    names: [`git ${words}`],
    about: about2,
    page: manual(words.split(" ")[0]),
    ...more,
    options: { values: `${GLOBALS2} ${more.options?.values ?? ""}`.trim() },
    writes
  };
}
var gitCommands = [
  command2("reset", "with --hard: all changes to files that git knows", [discard(whole, { when: "--hard" })]),
  command2(
    "clean",
    "with -f: all files that git does not know",
    [
      discard((call) => call.operands.length > 0 ? operandsInTree(call) : whole(call), {
        op: "delete",
        when: "-f --force",
        safer: [{ kind: "before", command: "git -C {target} stash push --all" }],
        fits: (call) => call.operands.length === 0 && isOneStep(call)
      })
    ],
    { idle: "-n --dry-run -i --interactive", options: { values: "-e --exclude" } }
  ),
  command2(
    "checkout",
    "with -f: all changes; with paths: those files",
    [
      discard(whole, { when: "-f --force" }),
      discard(checkedOut, {
        unless: "-f --force -b -B --orphan -p --patch",
        safer: COPY_FIRST,
        fits: isHere
      })
    ],
    { options: { values: "-b -B --orphan --conflict" } }
  ),
  command2(
    "restore",
    "the paths",
    [
      discard(operandsInTree, {
        unless: (call) => hasOption(call, "-S --staged") && !hasOption(call, "-W --worktree"),
        safer: COPY_FIRST,
        fits: isHere
      })
    ],
    { idle: "-p --patch", options: { values: "-s --source --conflict --pathspec-from-file" } }
  ),
  command2(
    "switch",
    "with -f or --discard-changes: all changes",
    [discard(whole, { when: "-f --force --discard-changes" })],
    { options: { values: "-c --create --force-create --orphan --conflict" } }
  ),
  command2(
    "stash",
    "all changes; they are kept in the stash",
    [
      discard(whole, {
        unless: (call) => !/^(push|save)?$/.test(literalOf(call.operands[0]?.values[0] ?? []) ?? "push"),
        backup: () => "git stash",
        safer: [{ kind: "advice", text: "Bring them back with git stash pop after the deployment." }]
      })
    ],
    { options: { values: "-m --message" } }
  ),
  command2(
    "read-tree",
    "with -u and --reset: all changes",
    [discard(whole, { when: (call) => hasOption(call, "-u") && hasOption(call, "--reset -m") })],
    { idle: "-n --dry-run", options: { values: "--prefix --index-output" } }
  ),
  command2(
    "checkout-index",
    "with -f: files of the index",
    [
      discard(
        (call) => {
          const prefix = optionValue(call, "--prefix")?.values;
          if (prefix !== void 0) return [{ texts: prefix, tree: true }];
          return call.operands.length > 0 ? operandsInTree(call) : whole(call);
        },
        { when: "-f --force", fits: (call) => !hasOption(call, "--prefix") && isOneStep(call) }
      )
    ],
    { options: { values: "--prefix --stage" } }
  ),
  command2(
    "apply",
    "the files that the patch names",
    [
      inPlace(whole, {
        sources: (call) => call.operands.flatMap(({ values }) => values),
        safer: [advice("Try it with git apply --check first.")]
      })
    ],
    {
      idle: "--check --stat --numstat --summary --cached",
      options: { values: "-p -C --directory --exclude --include --whitespace" }
    }
  ),
  command2("rm", "the paths", [removal(operandsInTree, { fits: isHere })], {
    idle: "--cached -n --dry-run",
    options: { values: "--pathspec-from-file" }
  }),
  command2(
    "mv",
    "the last operand; with -f also over a file; the sources vanish",
    [
      {
        op: "replace",
        rule: "move-over-config",
        spots: (call) => {
          const transfer = transferOf(call, "");
          return transfer === void 0 ? [] : placesOf2(transfer).map((place2) => ({ ...place2, tree: false }));
        },
        missing: (call) => hasOption(call, "-f --force") ? void 0 : "git mv without -f",
        safer: [advice("Without -f it refuses to replace a file.")]
      },
      removal((call) => inTree(call, transferOf(call, "")?.sources ?? []), { backup: () => "git mv" })
    ],
    { idle: "-n --dry-run" }
  ),
  command2("archive", "the file of -o", [anew(ofOption("-o --output"))], {
    options: { values: "-o --output --format --prefix --remote --exec --add-file" }
  })
];

// src/scripts/commands/helm.ts
var HELM_VALUES = "-n --namespace --kube-context --kubeconfig --kube-apiserver --kube-token --registry-config --repository-cache --repository-config -f --values --set --set-string --set-file --set-json --set-literal --version --repo --timeout --history-max --description --post-renderer --post-renderer-args --ca-file --cert-file --key-file --keyring --username --password -o --output --output-dir";
var helm = (words) => `https://helm.sh/docs/helm/helm_${words}/`;
var helm3 = (names2) => names2.flatMap((name) => [name, name.replace("helm", "helm3")]);
var helmCommands = [
  {
    names: helm3(["helm upgrade"]),
    about: "with --reset-values, --reuse-values or --force: the values of the release",
    page: helm("upgrade"),
    options: { values: HELM_VALUES },
    idle: "--dry-run",
    writes: [
      kept("helm", "helm-values-reset", operand(0), {
        when: "--reset-values --reuse-values --force --force-replace",
        sources: (call) => call.options.flatMap(
          ({ name, value }) => /^(-f|--values)$/.test(name) ? value?.values ?? [] : []
        ),
        safer: [
          { kind: "swap", from: "--reuse-values", to: "--reset-then-reuse-values" },
          { kind: "swap", from: "--reset-values", to: "--reset-then-reuse-values" },
          advice("Give all values in files, and leave --force away.")
        ]
      })
    ]
  },
  {
    names: helm3(["helm rollback"]),
    about: "the release, with the values that it had",
    page: helm("rollback"),
    options: { values: HELM_VALUES },
    idle: "--dry-run",
    writes: [
      kept("helm", "helm-values-reset", operand(0), {
        safer: [advice("Look at helm get values of that revision first.")]
      })
    ]
  },
  {
    names: helm3(["helm uninstall", "helm delete", "helm del", "helm un"]),
    about: "every release that it names",
    page: helm("uninstall"),
    options: { values: HELM_VALUES },
    idle: "--dry-run",
    writes: [
      kept("helm", "remove-config", operands(), {
        op: "delete",
        safer: [advice("Keep its values first: helm get values RELEASE > values.yml; or use helm upgrade.")]
      })
    ]
  },
  {
    names: helm3(["helm template"]),
    about: "below the directory of --output-dir",
    page: helm("template"),
    options: { values: HELM_VALUES },
    writes: [
      {
        op: "replace-tree",
        rule: "redirect-over-config",
        spots: (call) => (optionValue(call, "--output-dir")?.values ?? []).map((text) => ({ texts: [text] })),
        tree: true,
        safer: [advice("Write into an empty directory.")]
      }
    ]
  },
  {
    names: ["helmfile apply", "helmfile sync", "helmfile destroy", "helmfile delete"],
    about: "the releases of the file",
    page: "https://helmfile.readthedocs.io/en/latest/cli/",
    options: { values: "-f --file -e --environment -l --selector -n --namespace --set --values --args" },
    writes: [
      kept("helmfile", "infrastructure-apply", () => [{ texts: [["."]] }], {
        unless: "-i --interactive",
        safer: [advice("Look at helmfile diff first.")]
      })
    ]
  }
];

// src/scripts/commands/infrastructure.ts
var TERRAFORM = ["terraform", "tofu", "terragrunt", "terragrunt run-all"];
var terraform = (words) => TERRAFORM.map((name) => `${name} ${words}`);
var configuration = (call) => [
  { texts: [optionValue(call, "-chdir -terragrunt-working-dir -working-dir")?.values[0] ?? ["."]] }
];
var PLAN_FIRST = advice("Save the plan, have it approved, and apply that file: terraform apply plan.out.");
var APPROVED = "-auto-approve -terragrunt-non-interactive -non-interactive";
var infrastructureCommands = [
  {
    names: terraform("apply"),
    about: "with -auto-approve and no saved plan: the infrastructure",
    page: "https://developer.hashicorp.com/terraform/cli/commands/apply",
    options: { long: true, values: "-var -var-file -target -replace" },
    writes: [
      kept("terraform", "infrastructure-apply", configuration, {
        when: APPROVED,
        unless: (call) => call.operands.length > 0,
        safer: [PLAN_FIRST]
      })
    ]
  },
  {
    names: terraform("destroy"),
    about: "with -auto-approve: the infrastructure",
    page: "https://developer.hashicorp.com/terraform/cli/commands/destroy",
    options: { long: true, values: "-var -var-file -target" },
    writes: [
      kept("terraform", "infrastructure-apply", configuration, {
        op: "delete",
        when: `${APPROVED} -force`,
        tree: true,
        safer: [advice("Look at terraform plan -destroy, and let a person approve it.")]
      })
    ]
  },
  {
    names: [...terraform("state rm"), ...terraform("state push")],
    about: "the state",
    page: "https://developer.hashicorp.com/terraform/cli/commands/state/rm",
    options: { long: true, values: "-state -backup -lock-timeout" },
    idle: "-dry-run",
    writes: [
      kept("terraform", "infrastructure-apply", configuration, {
        safer: [advice("Keep the state first: terraform state pull > copy.tfstate.")]
      })
    ]
  },
  {
    names: ["pulumi up", "pulumi update", "pulumi destroy", "pulumi down"],
    about: "with --yes: the stack",
    page: "https://www.pulumi.com/docs/iac/cli/commands/pulumi_up/",
    options: { values: "-s --stack -C --cwd -c --config --config-file -t --target" },
    writes: [
      kept(
        "pulumi",
        "infrastructure-apply",
        firstOf(ofOption("-s --stack"), () => [{ texts: [["."]] }]),
        {
          when: "-y --yes -f --skip-preview",
          safer: [advice("Look at pulumi preview --save-plan first, then pulumi up --plan.")]
        }
      )
    ]
  },
  {
    names: ["cdk deploy", "cdk destroy"],
    about: "with --require-approval never or --force: the stacks",
    page: "https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html",
    options: {
      values: "--require-approval -c --context -a --app --profile --outputs-file --parameters --role-arn"
    },
    writes: [
      kept(
        "cdk",
        "infrastructure-apply",
        firstOf(operands(), () => [{ texts: [["."]] }]),
        {
          when: "--require-approval=never -f --force",
          safer: [advice("Look at cdk diff first, and let a person approve it.")]
        }
      )
    ]
  }
];

// src/scripts/commands/manifest.ts
function resourcesIn(text) {
  return shown(text).split(/^---.*$/m).flatMap((document) => {
    const lines = document.split("\n");
    const kind = valueIn(lines, "kind", "");
    const start = lines.findIndex((line) => /^metadata:\s*$/.test(line));
    const after = start === -1 ? [] : lines.slice(start + 1);
    const end = after.findIndex((line) => /^\S/.test(line));
    const metadata = end === -1 ? after : after.slice(0, end);
    const indent = /^ +/.exec(metadata.find((line) => line.trim() !== "") ?? "")?.[0];
    const name = indent && valueIn(metadata, "name", indent);
    const namespace = indent && valueIn(metadata, "namespace", indent);
    return kind && name ? [{ kind, name, ...namespace && { namespace } }] : [];
  });
}
function valueIn(lines, key, indent) {
  const start = `${indent}${key}:`;
  const line = lines.find((each) => each.startsWith(start));
  return /^\s*["']?([^\s"'#]+)/.exec(line?.slice(start.length) ?? "")?.[1];
}
function manifestOf(kind, name, namespace) {
  const where = namespace === void 0 ? [] : ["\n  namespace: ", ...namespace];
  return [`kind: ${kind}
metadata:
  name: `, ...name, ...where, "\n"];
}

// src/scripts/commands/kubernetes.ts
var GLOBALS3 = "-n --namespace --context --cluster --user --kubeconfig -s --server --token --as --as-group --request-timeout --cache-dir --certificate-authority --client-certificate --client-key --tls-server-name -v --v";
var VALUES = `${GLOBALS3} -f --filename -k --kustomize -l --selector -o --output --field-manager --field-selector --from-file --from-literal --from-env-file --type --grace-period --timeout --prune-allowlist --template`;
var kubectl = (words) => ["kubectl", "oc", "k3s kubectl", "microk8s kubectl", "microk8s.kubectl", "minikube kubectl"].map(
  (name) => `${name} ${words}`
);
var generated = (words) => `https://kubernetes.io/docs/reference/kubectl/generated/kubectl_${words}/`;
var KINDS = {
  configmap: "configmap",
  configmaps: "configmap",
  cm: "configmap",
  secret: "secret",
  secrets: "secret",
  namespace: "namespace",
  namespaces: "namespace",
  ns: "namespace",
  ingress: "ingress",
  ingresses: "ingress",
  ing: "ingress",
  persistentvolumeclaim: "persistentvolumeclaim",
  persistentvolumeclaims: "persistentvolumeclaim",
  pvc: "persistentvolumeclaim",
  customresourcedefinition: "customresourcedefinition",
  customresourcedefinitions: "customresourcedefinition",
  crd: "customresourcedefinition",
  crds: "customresourcedefinition"
};
function resource(call, kind, name) {
  const namespace = kind === "namespace" ? void 0 : optionValue(call, "-n --namespace")?.values[0];
  return joined([`${kind}:`], namespace === void 0 ? [] : joined(namespace, ["/"]), name);
}
function manifests(call) {
  return call.options.filter(({ name }) => /^(-f|--filename|-k|--kustomize)$/.test(name)).flatMap(({ value }) => value?.values ?? []).flatMap(
    (text) => literalOf(text)?.split(",").map((file) => [file]) ?? [text]
  ).flatMap((file) => {
    const given = literalOf(file) === "-" ? call.input.flatMap(resourcesIn) : [];
    const known = given.flatMap((each) => resourceSpot(call, each) ?? []);
    return known.length > 0 ? known : [{ texts: [joined(["manifest:"], file)], sources: [file] }];
  });
}
function resourceSpot(call, { kind, name, namespace }) {
  const known = KINDS[kind.toLowerCase()];
  if (known === void 0) return void 0;
  const own = namespace === void 0 ? void 0 : joined([`${known}:`], asText(`${namespace}/${name}`));
  return { texts: [own ?? resource(call, known, asText(name))] };
}
var asText = (text) => text.split(/(<[^<>]*>)/).filter((part) => part !== "").map((part) => part.startsWith("<") ? { name: part.slice(1, -1), is: "value" } : part);
var printed = (kind, at) => (call) => {
  const namespace = optionValue(call, "-n --namespace")?.values[0];
  return hasOption(call, "--dry-run") ? call.operands[at]?.values.map((name) => manifestOf(kind, name, namespace)) ?? [] : [];
};
var ALL = [{ name: "*", is: "glob" }];
function deleted(call) {
  const [first, ...names2] = call.operands;
  const word = literalOf(first?.values[0] ?? []) ?? "";
  if (first === void 0 || word.includes("/")) {
    return call.operands.flatMap(({ values }) => {
      const [kind, name] = (literalOf(values[0] ?? []) ?? "").split("/");
      const known = KINDS[kind.toLowerCase()];
      return known && name ? [{ texts: [resource(call, known, [name])] }] : slashed(call, values[0] ?? []);
    });
  }
  const kinds = word.split(",").flatMap((kind) => KINDS[kind.toLowerCase()] ?? []);
  const texts = names2.length > 0 ? names2.map(({ values }) => values) : [[ALL]];
  return kinds.flatMap(
    (kind) => texts.map((values) => ({ texts: values.map((name) => resource(call, kind, name)) }))
  );
}
function slashed(call, [first, ...rest]) {
  const match = typeof first === "string" ? /^(\w+)\/(.*)$/.exec(first) : null;
  const known = match === null ? void 0 : KINDS[match[1].toLowerCase()];
  return known === void 0 || match === null ? [] : [{ texts: [resource(call, known, joined([match[2]], rest))] }];
}
var LOOK_FIRST = advice("Look at kubectl diff first, and apply what is meant: kubectl apply.");
var kubernetesCommands = [
  {
    names: kubectl("replace"),
    about: "the resources of the manifests of -f",
    page: generated("replace"),
    options: { values: VALUES },
    idle: "--dry-run",
    writes: [
      kept("kubectl", "k8s-config-replace", manifests, {
        prefix: "",
        unless: "--force",
        safer: [{ kind: "swap", from: "replace", to: "apply" }, LOOK_FIRST]
      }),
      // Applied by force it would be deleted as well.
      kept("kubectl", "k8s-config-replace", manifests, { prefix: "", when: "--force", safer: [LOOK_FIRST] })
    ]
  },
  {
    names: kubectl("apply"),
    about: "with --force or --prune: resources are deleted",
    page: generated("apply"),
    options: { values: VALUES },
    idle: "--dry-run",
    writes: [
      kept("kubectl", "k8s-config-replace", manifests, {
        prefix: "",
        when: "--force --prune",
        safer: [LOOK_FIRST]
      })
    ]
  },
  {
    names: kubectl("create configmap"),
    about: "nothing that exists: it fails, or prints with --dry-run",
    page: `${generated("create")}kubectl_create_configmap/`,
    options: { values: VALUES },
    writes: [],
    prints: printed("ConfigMap", 0)
  },
  {
    names: kubectl("create secret"),
    about: "nothing that exists: it fails, or prints with --dry-run",
    page: `${generated("create")}kubectl_create_secret/`,
    options: { values: `${VALUES} --cert --key --docker-server --docker-username --docker-password` },
    writes: [],
    prints: printed("Secret", 1)
  },
  {
    names: kubectl("delete"),
    about: "configuration and what holds it: ConfigMaps, Secrets, namespaces, volume claims, what manifests name",
    page: generated("delete"),
    options: { values: VALUES },
    idle: "--dry-run",
    writes: [
      kept("kubectl", "k8s-config-replace", (call) => [...manifests(call), ...deleted(call)], {
        prefix: "",
        op: "delete",
        safer: [advice("Keep it first: kubectl get \u2026 -o yaml > copy.yml.")]
      })
    ]
  },
  toOption(["kustomize build", ...kubectl("kustomize")], "-o --output", generated("kustomize"), {
    sources: () => []
  }),
  {
    names: ["kustomize edit"],
    about: "kustomization.yaml in the current directory",
    page: "https://kubectl.docs.kubernetes.io/references/kustomize/cmd/edit/",
    writes: [
      {
        op: "edit",
        rule: "inplace-edit-no-backup",
        spots: () => [{ texts: [["kustomization.yaml"]] }],
        safer: []
      }
    ]
  }
];

// src/scripts/commands/kv.ts
var KEEP2 = advice("Read the current value first, and keep it.");
var CONSUL = "-http-addr -token -token-file -datacenter -namespace -partition -ca-file -client-cert -client-key -flags -modify-index -prefix -session";
var consul = (word) => `https://developer.hashicorp.com/consul/commands/kv/${word}`;
var ETCD = "--endpoints --cacert --cert --key --user --password --lease --dial-timeout --command-timeout -w --write-out --discovery-srv";
var ETCD_PAGE = "https://etcd.io/docs/v3.5/dev-guide/interacting_v3/";
var REDIS = "-h -p -s -a -u -n -r -i -t --user --pass --cacert --cert --key";
var redis = (words) => words.flatMap((word) => [`redis-cli ${word}`, `redis-cli ${word.toUpperCase()}`, `valkey-cli ${word}`]);
var ZK_PAGE = "https://zookeeper.apache.org/doc/current/zookeeperCLI.html";
var zookeeper = (word) => ["zkCli.sh", "zkCli", "zookeeper-shell"].map((name) => `${name} ${word}`);
var everything = () => [{ texts: [[{ name: "*", is: "glob" }]] }];
var kvCommands = [
  {
    names: ["consul kv put"],
    about: "the key",
    page: consul("put"),
    options: { long: true, values: CONSUL },
    writes: [
      kept("consul", "param-overwrite", operand(0), {
        sources: atFiles,
        missing: (call) => hasOption(call, "-cas") && literalOf(optionValue(call, "-modify-index")?.values[0] ?? []) === "0" ? "-cas" : void 0,
        unless: (call) => hasOption(call, "-cas") && !hasOption(call, "-modify-index=0"),
        safer: [advice("Write only over the value that was looked at: -cas -modify-index=N.")]
      })
    ]
  },
  {
    names: ["consul kv import"],
    about: "every key of the file",
    page: consul("import"),
    options: { long: true, values: CONSUL },
    writes: [
      kept(
        "consul",
        "kv-replace-all",
        (call) => [
          { texts: [joined(optionValue(call, "-prefix")?.values[0] ?? [], [{ name: "*", is: "glob" }])] }
        ],
        {
          tree: true,
          sources: (call) => call.operands.slice(0, 1).flatMap(({ values }) => values.map((text) => withoutStart(text, 1))),
          safer: [advice("Keep the current keys first: consul kv export > copy.json.")]
        }
      )
    ]
  },
  {
    names: ["consul kv delete"],
    about: "the key; with -recurse all that begin with it",
    page: consul("delete"),
    options: { long: true, values: CONSUL },
    writes: [
      kept("consul", "remove-config", operand(0), { op: "delete", unless: "-recurse", safer: [KEEP2] }),
      kept("consul", "kv-replace-all", operand(0), {
        op: "delete",
        when: "-recurse",
        tree: true,
        safer: [advice("Keep the current keys first: consul kv export PREFIX > copy.json.")]
      })
    ]
  },
  {
    names: ["etcdctl put", "etcdctl set"],
    about: "the key",
    page: ETCD_PAGE,
    options: { values: ETCD },
    writes: [
      kept("etcd", "param-overwrite", operand(0), {
        safer: [advice("Write only over the value that was looked at: etcdctl txn with a comparison.")]
      })
    ]
  },
  {
    names: ["etcdctl del", "etcdctl rm"],
    about: "the key; with --prefix all that begin with it",
    page: ETCD_PAGE,
    options: { values: ETCD },
    writes: [
      kept("etcd", "remove-config", operand(0), {
        op: "delete",
        unless: "--prefix --from-key --recursive",
        safer: [KEEP2]
      }),
      kept("etcd", "kv-replace-all", operand(0), {
        op: "delete",
        when: "--prefix --from-key --recursive",
        tree: true,
        safer: [advice("Look at the keys first: etcdctl get --prefix --keys-only; keep a snapshot.")]
      })
    ]
  },
  {
    names: redis(["set", "hset", "mset", "restore"]),
    about: "the key",
    page: "https://redis.io/docs/latest/commands/set/",
    options: { values: REDIS },
    writes: [
      kept("redis", "param-overwrite", operand(0), {
        safer: [advice("SET \u2026 NX writes only what is not there.")]
      })
    ]
  },
  {
    names: redis(["del", "unlink"]),
    about: "every key that it names",
    page: "https://redis.io/docs/latest/commands/del/",
    options: { values: REDIS },
    writes: [kept("redis", "remove-config", operands(), { op: "delete", safer: [KEEP2] })]
  },
  {
    names: redis(["flushall", "flushdb"]),
    about: "all keys",
    page: "https://redis.io/docs/latest/commands/flushall/",
    options: { values: REDIS },
    writes: [
      kept("redis", "kv-replace-all", everything, {
        op: "delete",
        tree: true,
        safer: [advice("Delete keys by their names, or give the data a database of its own.")]
      })
    ]
  },
  {
    names: zookeeper("set"),
    about: "the node",
    page: ZK_PAGE,
    options: { long: true, values: "-server -v" },
    writes: [
      kept("zookeeper", "param-overwrite", operand(0), {
        unless: "-v",
        safer: [advice("Give the version that was looked at: set -v N.")]
      })
    ]
  },
  {
    names: [...zookeeper("delete"), ...zookeeper("deleteall"), ...zookeeper("rmr")],
    about: "the node; with deleteall and rmr all below it",
    page: ZK_PAGE,
    options: { long: true, values: "-server -v" },
    writes: [
      kept("zookeeper", "remove-config", operand(0), {
        op: "delete",
        tree: (call) => !call.command.endsWith(" delete"),
        safer: [KEEP2]
      })
    ]
  }
];

// src/scripts/commands/platform.ts
var KEEP3 = advice("Compare with the current values first, and keep them.");
var appOf = (option) => firstOf(ofOption(option), () => [{ texts: [["."]] }]);
function settings(tool, set, unset, page2, app, more = {}) {
  const options = { values: `${app} ${more.values ?? ""}`.trim() };
  return [
    {
      names: set,
      about: "the variables that it names",
      page: page2,
      options,
      writes: [kept(tool, "param-overwrite", appOf(app), { safer: [KEEP3], ...more.write })]
    },
    {
      names: unset,
      about: "the variables that it names",
      page: page2,
      options,
      writes: [kept(tool, "remove-config", appOf(app), { op: "delete", safer: [KEEP3] })]
    }
  ];
}
var namedSetting = (names2, kind, page2, values) => [
  {
    names: names2.map((name) => `${name} set`),
    about: "the one that it names, or those of the file",
    page: `${page2}_set`,
    options: { values },
    writes: [
      kept(
        "github",
        "param-overwrite",
        firstOf(operand(0), () => [{ texts: [[{ name: "*", is: "glob" }]] }]),
        {
          prefix: `${kind}:`,
          safer: [KEEP3]
        }
      )
    ]
  },
  {
    names: names2.flatMap((name) => [`${name} delete`, `${name} remove`]),
    about: "the one that it names",
    page: `${page2}_delete`,
    options: { values },
    writes: [
      kept("github", "remove-config", operand(0), { prefix: `${kind}:`, op: "delete", safer: [KEEP3] })
    ]
  }
];
var crontab = firstOf(ofOption("-u"), () => [{ texts: [["."]] }]);
var isInstall = (call) => call.operands.length > 0 && !hasOption(call, "-l -e -r");
var platformCommands = [
  ...settings(
    "heroku",
    ["heroku config:set", "heroku config:add"],
    ["heroku config:unset", "heroku config:remove"],
    "https://devcenter.heroku.com/articles/heroku-cli-commands",
    "-a --app",
    { values: "-r --remote" }
  ),
  ...settings(
    "fly",
    ["fly", "flyctl"].flatMap((name) => [`${name} secrets set`, `${name} secrets import`]),
    ["fly", "flyctl"].map((name) => `${name} secrets unset`),
    "https://fly.io/docs/flyctl/secrets/",
    "-a --app",
    { values: "-c --config" }
  ),
  ...settings(
    "netlify",
    ["netlify env:set", "ntl env:set"],
    ["netlify env:unset", "ntl env:unset"],
    "https://cli.netlify.com/commands/env/",
    "-s --site",
    { values: "--context --scope --filter --auth" }
  ),
  {
    names: ["netlify env:import", "ntl env:import"],
    about: "with --replace-existing: all variables of the site",
    page: "https://cli.netlify.com/commands/env/",
    options: { values: "-s --site --filter --auth" },
    writes: [
      kept("netlify", "env-replace-all", appOf("-s --site"), {
        when: "-r --replace-existing --replaceExisting",
        sources: (call) => call.operands[0]?.values ?? [],
        safer: [advice("Leave --replace-existing away: the variables of the file are merged.")]
      })
    ]
  },
  ...settings(
    "vercel",
    ["vercel env add", "vc env add"],
    ["vercel env rm", "vc env rm", "vercel env remove"],
    "https://vercel.com/docs/cli/env",
    "--cwd",
    { values: "-t --token -S --scope", write: { when: "--force" } }
  ),
  {
    names: ["vercel env pull", "vc env pull"],
    about: "the operand, or .env.local; over an existing file only with --yes",
    page: "https://vercel.com/docs/cli/env",
    options: { values: "-t --token -S --scope --environment --git-branch --cwd" },
    writes: [
      anew(
        firstOf(operand(0), () => [{ texts: [[".env.local"]] }]),
        {
          missing: (call) => hasOption(call, "-y --yes") ? void 0 : "vercel env pull without --yes"
        }
      )
    ]
  },
  ...settings(
    "cf",
    ["cf set-env"],
    ["cf unset-env"],
    "https://cli.cloudfoundry.org/en-US/v8/set-env.html",
    "--app"
  ).map(
    (spec) => ({
      ...spec,
      writes: spec.writes.map((write) => ({ ...write, spots: named2("cf", "cf:", operand(0)) }))
    })
  ),
  {
    names: ["doctl apps update"],
    about: "with --spec: the whole specification of the app, its variables too",
    page: "https://docs.digitalocean.com/reference/doctl/reference/apps/update/",
    options: { values: "--spec -t --access-token --context -o --output --format" },
    writes: [
      kept("doctl", "env-replace-all", operand(0), {
        when: "--spec",
        sources: (call) => optionValue(call, "--spec")?.values ?? [],
        safer: [advice("Compare with doctl apps spec get first.")]
      })
    ]
  },
  ...namedSetting(
    ["gh secret"],
    "github-secret",
    "https://cli.github.com/manual/gh_secret",
    "-b --body -e --env -f --env-file -o --org -r --repos -R --repo -v --visibility -a --app -u"
  ),
  ...namedSetting(
    ["gh variable"],
    "github-variable",
    "https://cli.github.com/manual/gh_variable",
    "-b --body -e --env -f --env-file -o --org -r --repos -R --repo -v --visibility"
  ),
  {
    names: ["crontab"],
    about: "all entries of the user; with -r they are gone",
    page: "https://man7.org/linux/man-pages/man1/crontab.1.html",
    options: { values: "-u" },
    writes: [
      kept("crontab", "kv-replace-all", crontab, {
        when: isInstall,
        sources: (call) => call.operands.flatMap(({ values }) => values),
        safer: [advice("Put a file into /etc/cron.d instead; or keep the entries first: crontab -l > copy.")]
      }),
      kept("crontab", "remove-config", crontab, {
        op: "delete",
        when: "-r",
        safer: [advice("Keep the entries first: crontab -l > copy.")]
      })
    ]
  }
];

// src/scripts/commands/rclone.ts
var VALUES2 = "--config --backup-dir --suffix --bwlimit --checkers --transfers --exclude --exclude-from --include --include-from --filter --filter-from --files-from --log-file --log-level --max-age --min-age --max-size --min-size --max-delete --retries --timeout --compare-dest --copy-dest -f";
var page = (word) => `https://rclone.org/commands/rclone_${word}/`;
var placed = (spot2) => {
  const [text = []] = spot2.texts;
  const remote = remoteOf(text);
  return remote === void 0 ? spot2 : { ...spot2, is: "name", host: { kind: "bucket", name: remote.name } };
};
function destination(call) {
  const [source, to] = call.operands;
  if (source === void 0 || to === void 0) return [];
  const [from = []] = source.values;
  const sources2 = remoteOf(from) === void 0 ? source.values.map(withoutSlash) : [];
  const single = looksLikeFile(from);
  const exact2 = call.command.endsWith("to");
  return to.values.map((text) => {
    const path = withoutSlash(text);
    return placed({
      texts: [single && !exact2 ? below(path, lastName(from)) : path],
      sources: sources2,
      tree: !single,
      ...single && { op: "replace" }
    });
  });
}
var gone2 = (call) => call.operands.map(({ values }) => placed({ texts: values.map(withoutSlash) }));
var keeping = {
  missing: "--ignore-existing --immutable",
  backup: "--backup-dir --suffix"
};
var rcloneCommands = [
  {
    names: ["rclone sync"],
    about: "all below the second operand, also what the first has not",
    page: page("sync"),
    options: { values: VALUES2 },
    idle: "-n --dry-run -i --interactive",
    writes: [
      {
        op: "mirror-tree",
        rule: "tree-mirror-delete",
        spots: destination,
        ...keeping,
        safer: [
          { kind: "swap", from: "sync", to: "copy" },
          advice("Keep what goes: --backup-dir; or use rclone copy, which deletes nothing.")
        ]
      }
    ]
  },
  {
    names: ["rclone copy", "rclone copyto", "rclone move", "rclone moveto"],
    about: "the second operand, or what is below it; with move the sources vanish",
    page: page("copy"),
    options: { values: VALUES2 },
    idle: "-n --dry-run -i --interactive",
    writes: [
      {
        op: "replace-tree",
        rule: "remote-copy-over-config",
        spots: destination,
        ...keeping,
        safer: [advice("Keep what is replaced: --backup-dir.")]
      },
      {
        op: "delete",
        rule: "remove-config",
        spots: (call) => gone2({ ...call, operands: call.operands.slice(0, 1) }),
        when: (call) => call.command.startsWith("rclone move"),
        tree: true,
        backup: () => "rclone move",
        safer: [advice("Copy, and remove the source when the copy has been looked at.")]
      }
    ]
  },
  {
    names: ["rclone delete", "rclone purge", "rclone deletefile"],
    about: "the operand, and all below it",
    page: page("delete"),
    options: { values: VALUES2 },
    idle: "-n --dry-run -i --interactive",
    writes: [
      {
        op: "delete",
        rule: "remove-config",
        spots: gone2,
        tree: (call) => call.command !== "rclone deletefile",
        safer: [advice("Look at what --dry-run says first.")]
      }
    ]
  }
];

// src/scripts/commands/read-only.ts
var behindProgram = (given) => (call) => [
  ...textsOf2(operands(hasOption(call, given) ? 0 : 1))(call),
  ...textsOf2(ofOption("-f --file --from-file"))(call)
];
function reader(name, page2, values = "", reads = textsOf2(operands()), pairs = "") {
  return { names: [name], about: "nothing", page: page2, options: { values, pairs }, writes: [], reads };
}
var coreutils = (page2) => `https://www.gnu.org/software/coreutils/manual/html_node/${page2}-invocation.html`;
var readOnlyCommands = [
  reader("cat", coreutils("cat")),
  reader("tac", coreutils("tac"), "-s --separator"),
  reader("nl", coreutils("nl"), "-b -d -f -h -i -l -n -s -v -w"),
  reader("head", coreutils("head"), "-n --lines -c --bytes"),
  reader("tail", coreutils("tail"), "-n --lines -c --bytes -s --pid"),
  reader("cut", coreutils("cut"), "-b --bytes -c --characters -d --delimiter -f --fields --output-delimiter"),
  reader("paste", coreutils("paste"), "-d --delimiters"),
  reader("join", coreutils("join"), "-1 -2 -j -t -a -e -o -v"),
  reader("comm", coreutils("comm")),
  reader("fold", coreutils("fold"), "-w --width"),
  reader("expand", coreutils("expand"), "-t --tabs"),
  reader("unexpand", coreutils("unexpand"), "-t --tabs"),
  reader("zcat", "https://www.gnu.org/software/gzip/manual/gzip.html"),
  reader("bzcat", "https://sourceware.org/bzip2/manual/manual.html"),
  reader("xzcat", "https://man7.org/linux/man-pages/man1/xz.1.html"),
  reader("zstdcat", "https://github.com/facebook/zstd/blob/dev/programs/zstd.1.md"),
  reader(
    "diff",
    "https://www.gnu.org/software/diffutils/manual/html_node/Invoking-diff.html",
    "-U -C -I -x -X -L --label"
  ),
  ...["grep", "egrep", "fgrep", "ggrep"].map(
    (name) => reader(
      name,
      "https://www.gnu.org/software/grep/manual/grep.html",
      "-e --regexp -f --file -m --max-count -A -B -C --after-context --before-context --context --include --exclude --exclude-dir --exclude-from --color --label -d -D",
      behindProgram("-e --regexp -f --file")
    )
  ),
  ...["awk", "gawk", "mawk", "nawk"].map(
    (name) => reader(
      name,
      "https://www.gnu.org/software/gawk/manual/html_node/Options.html",
      "-f --file -F --field-separator -v --assign -e --source -i --include -l --load",
      behindProgram("-f --file -e --source")
    )
  ),
  reader(
    "jq",
    "https://jqlang.org/manual/",
    "-f --from-file -L --indent",
    behindProgram("-f --from-file"),
    "--arg --argjson --slurpfile --rawfile"
  )
];

// src/scripts/commands/remote.ts
var DELETE = "--delete --del --delete-before --delete-during --delete-after --delete-delay --delete-excluded --delete-missing-args";
var RSYNC_VALUES = "-e --rsh -f --filter --exclude --include --exclude-from --include-from --files-from -T --temp-dir --backup-dir --suffix --partial-dir --compare-dest --copy-dest --link-dest --log-file --log-file-format --password-file --port --timeout --contimeout --bwlimit --chmod --chown --usermap --groupmap --rsync-path -B --block-size --max-size --min-size --max-delete --max-alloc --modify-window -@ --out-format --address --sockopts --stop-after --stop-at --info --debug -M --remote-option --iconv --checksum-choice --cc --compress-choice --zc --compress-level --zl --skip-compress --checksum-seed --outbuf --early-input --write-batch --only-write-batch --read-batch --protocol";
var SCP_VALUES = "-c -D -F -i -J -l -o -P -S -X";
function sent(transfer, places) {
  if (transfer === void 0) return [];
  const { transfer: reached, host, download } = overNetwork(transfer, "ssh");
  const rule = host !== void 0 || download ? { rule: "remote-copy-over-config" } : {};
  const sources2 = download ? { sources: [] } : {};
  return places(reached).map((place2) => ({ ...place2, ...rule, ...sources2, ...host && { host } }));
}
var mayBeMore = ({ values }) => values.some((value) => endsWithSlash(value) || !value.every((part) => typeof part === "string"));
function synced2(call) {
  const recursive2 = hasOption(call, `-r -a -d --recursive --archive --dirs ${DELETE}`);
  const op = hasOption(call, DELETE) ? "mirror-tree" : "replace-tree";
  return sent(
    transferOf(call, ""),
    (transfer) => transfer.sources.flatMap((source) => {
      const one = { ...transfer, sources: [source] };
      const contents = mayBeMore(source) && !source.values.some(hasGlob) && !source.values.every(looksLikeFile);
      if (contents && (recursive2 || source.values.some(endsWithSlash))) {
        return [
          { texts: transfer.to.values, sources: source.values.map(withoutSlash), tree: true, op }
        ];
      }
      const into = recursive2 && !source.values.every(looksLikeFile);
      return asTree(placesOf2({ ...one, into }, { recursive: recursive2 }), op);
    })
  );
}
var remoteCommands = [
  {
    names: ["rsync"],
    about: "the last operand, or the directories of the sources in it; with --delete also what they have not",
    page: "https://download.samba.org/pub/rsync/rsync.1",
    options: { values: RSYNC_VALUES },
    idle: "-n --dry-run --list-only --version --help --only-write-batch",
    writes: [
      {
        op: "replace",
        rule: "copy-over-config",
        spots: synced2,
        unless: DELETE,
        missing: "--ignore-existing",
        backup: "-b --backup --backup-dir",
        safer: [{ kind: "insert", words: "--backup" }]
      },
      {
        op: "replace",
        rule: "tree-mirror-delete",
        spots: (call) => synced2(call).map((place2) => ({ ...place2, rule: "tree-mirror-delete" })),
        when: DELETE,
        backup: "-b --backup --backup-dir",
        safer: [
          { kind: "insert", words: "--backup" },
          { kind: "advice", text: "Keep what only the host has out of it: --exclude='*.yml'." }
        ]
      },
      {
        op: "delete",
        rule: "remove-config",
        spots: (call) => (transferOf(call, "")?.sources ?? []).map(({ values }) => ({ texts: values, tree: true })),
        when: "--remove-source-files",
        backup: () => "rsync",
        safer: [{ kind: "advice", text: "Remove the sources only when the copy has been looked at." }]
      }
    ]
  },
  {
    names: ["scp"],
    about: "the last operand",
    page: "https://man.openbsd.org/scp.1",
    options: { values: SCP_VALUES },
    writes: [
      {
        op: "replace",
        rule: "copy-over-config",
        spots: (call) => sent(transferOf(call, ""), (transfer) => {
          const recursive2 = hasOption(call, "-r");
          return asTree(placesOf2(transfer, { recursive: recursive2 }), "replace-tree");
        }),
        safer: [
          {
            kind: "advice",
            text: "Copy to a new name beside it, then move it there over ssh with mv --backup."
          }
        ]
      }
    ]
  }
];

// src/scripts/commands/remove.ts
var FIND_NAMES = /* @__PURE__ */ new Set(["-name", "-iname", "-path", "-wholename", "-ipath"]);
function found({ args }) {
  const words = args.map(({ values }) => literalOf(values[0] ?? []) ?? "");
  const start = words.findIndex((word) => /^(-[^HLPOD]|[(!,])/.test(word));
  const directories = args.filter((_, index) => (start === -1 || index < start) && !words[index].startsWith("-")).flatMap(({ values }) => values);
  const patterns = words.flatMap(
    (word, index) => FIND_NAMES.has(word) && !/^(!|-not)$/.test(words[index - 1] ?? "") ? [pattern(word, args[index + 1])] : []
  );
  const from = directories.length === 0 ? [HERE] : directories;
  if (patterns.length === 0) return from.map((directory2) => ({ texts: [directory2], tree: true }));
  return from.flatMap(
    (directory2) => patterns.map((name) => ({ texts: [below(directory2, name)], tree: false }))
  );
}
function pattern(test2, argument) {
  const [value = []] = argument?.values ?? [];
  const literal = literalOf(value);
  const glob = literal === void 0 ? value : globText(literal);
  const anywhere = [{ name: "**", is: "glob" }, "/"];
  return joined(
    anywhere,
    /path|wholename/.test(test2) ? globText((literal ?? "").replace(/^.*\//, "")) : glob
  );
}
var ddValue = (name) => ({ operands: words }) => words.flatMap(
  ({ values }) => values.flatMap(
    ([first, ...rest]) => typeof first === "string" && first.startsWith(name) ? [{ texts: [joined([first.slice(name.length)], rest)] }] : []
  )
);
var ddKeeps = ({ operands: words }) => words.some(({ values }) => values.some((value) => /^conv=.*notrunc/.test(knownEnd(value))));
var coreutils2 = (name) => `https://www.gnu.org/software/coreutils/manual/html_node/${name}-invocation.html`;
var removeCommands = [
  {
    names: ["rm", "grm"],
    about: "every operand; with -r all below it",
    page: coreutils2("rm"),
    idle: "--help --version",
    writes: [removal(operands(), { tree: "-r -R --recursive" })]
  },
  {
    names: ["unlink"],
    about: "the file",
    page: coreutils2("unlink"),
    idle: "--help --version",
    writes: [removal(operands())]
  },
  {
    names: ["shred"],
    about: "every operand; with -u the file is gone as well",
    page: coreutils2("shred"),
    options: { values: "-n --iterations -s --size --random-source" },
    idle: "--help --version",
    writes: [removal(operands())]
  },
  {
    names: ["truncate", "gtruncate"],
    about: "every operand",
    page: coreutils2("truncate"),
    options: { values: "-s --size -r --reference" },
    idle: "--help --version",
    writes: [anew(operands(), { safer: COPY_FIRST })]
  },
  {
    names: ["dd"],
    about: "the file of of=",
    page: coreutils2("dd"),
    writes: [
      anew(ddValue("of="), { sources: textsOf2(ddValue("if=")), unless: ddKeeps }),
      inPlace(ddValue("of="), { sources: textsOf2(ddValue("if=")), when: ddKeeps })
    ],
    reads: textsOf2(ddValue("if="))
  },
  {
    names: ["find", "gfind"],
    about: "with -delete: what it finds; the files of -fprint and -fls",
    page: "https://www.gnu.org/software/findutils/manual/html_node/find_html/Delete-Files.html",
    options: { long: true, values: "-fprint -fprint0 -fprintf -fls -name -path" },
    writes: [
      removal(found, {
        when: "-delete",
        safer: [{ kind: "advice", text: "Look at what -print shows, then give -delete the names alone." }]
      }),
      anew(
        ({ options }) => options.flatMap(({ name, value }) => name.startsWith("-f") && value ? [spot(value)] : [])
      )
    ]
  }
];

// src/scripts/commands/vault.ts
var KEEP4 = advice("Read the current value first, and keep it.");
var VAULT = "-address -namespace -ns -mount -cas -field -format -ttl -wrap-ttl -version -versions -ca-cert -custom-metadata";
var vault = (words) => `https://developer.hashicorp.com/vault/docs/commands/${words}`;
function vaultPath(call) {
  const mount = optionValue(call, "-mount")?.values[0];
  return operand(0)(call).map(({ texts }) => ({
    texts: mount === void 0 ? texts : texts.map((text) => below(mount, text))
  }));
}
var CALLS = /(^|\/)(login|issue|sign|sign-verbatim|encrypt|decrypt|rewrap|hmac|verify|hash|random|renew|revoke|lookup|wrap|unwrap|rotate|generate|creds|tidy|sts|unseal|seal)(\/|$)/;
var isCall = (call) => {
  const path = literalOf(call.operands[0]?.values[0] ?? []);
  return path !== void 0 && CALLS.test(path);
};
var vaultCommands = [
  {
    names: ["vault kv put"],
    about: "all keys of the secret",
    page: vault("kv/put"),
    options: { long: true, values: VAULT },
    writes: [
      kept("vault", "kv-replace-all", vaultPath, {
        sources: atFiles,
        missing: (call) => literalOf(optionValue(call, "-cas")?.values[0] ?? []) === "0" ? "-cas=0" : void 0,
        safer: [{ kind: "swap", from: "put", to: "patch" }]
      })
    ]
  },
  {
    names: ["vault kv delete", "vault kv destroy", "vault kv metadata delete", "vault delete"],
    about: "the secret",
    page: vault("kv/delete"),
    options: { long: true, values: VAULT },
    writes: [
      {
        ...kept("vault", "remove-config", vaultPath, { op: "delete", safer: [KEEP4] }),
        backup: (call) => call.command === "vault kv delete" ? "the versions of vault kv" : void 0
      }
    ]
  },
  {
    names: ["vault write"],
    about: "all that the path keeps; nothing for paths that compute, such as login or sign",
    page: vault("write"),
    options: { long: true, values: VAULT },
    writes: [kept("vault", "kv-replace-all", vaultPath, { sources: atFiles, unless: isCall, safer: [KEEP4] })]
  },
  {
    names: ["vault policy write"],
    about: "the policy",
    page: vault("policy/write"),
    options: { long: true, values: VAULT },
    writes: [
      kept("vault", "kv-replace-all", operand(0), {
        prefix: "vault:sys/policies/acl/",
        sources: (call) => call.operands[1]?.values ?? [],
        safer: [advice("Keep the current policy first: vault policy read.")]
      })
    ]
  }
];

// src/scripts/commands/index.ts
var commands = [
  ...copyCommands,
  ...remoteCommands,
  ...archiveCommands,
  ...gitCommands,
  ...editCommands,
  ...editFileCommands,
  ...cryptoCommands,
  ...removeCommands,
  ...outputCommands,
  ...downloadCommands,
  ...containerCommands,
  ...kubernetesCommands,
  ...helmCommands,
  ...bucketCommands,
  ...rcloneCommands,
  ...awsCommands,
  ...cloudCommands,
  ...vaultCommands,
  ...kvCommands,
  ...platformCommands,
  ...infrastructureCommands,
  ...readOnlyCommands
];
var byFirstWord = /* @__PURE__ */ new Map();
for (const spec of commands) {
  for (const words of spec.names.map((name) => name.split(" "))) {
    const entries = byFirstWord.get(words[0]) ?? [];
    entries.push({ words, spec });
    entries.sort((one, other) => other.words.length - one.words.length);
    byFirstWord.set(words[0], entries);
  }
}
function findCommand(invocation, input) {
  const name = baseName(invocation.name);
  const entries = byFirstWord.get(name) ?? [];
  const given = new Set(
    entries.length < 2 ? [] : invocation.args.flatMap(({ values }) => values.map(literalOf))
  );
  for (const { words, spec } of entries) {
    const own = words.slice(1);
    if (entries.length > 1 && !own.every((word) => given.has(word))) continue;
    const { options, operands: operands3 } = readOptions(invocation.args, spec.options ?? {});
    if (!own.every((word, index) => operands3[index]?.values.some((value) => literalOf(value) === word)))
      continue;
    return {
      spec,
      call: {
        command: words.join(" "),
        args: invocation.args,
        input,
        options,
        own: operands3.slice(0, own.length),
        operands: operands3.slice(own.length)
      }
    };
  }
  return void 0;
}

// src/scripts/commands/read.ts
var MOST_TARGETS = 4;
var NO_FILE2 = /^(-|\/dev\/(null|zero|tty|std(in|out|err)|fd\/\d+))$/;
function readCommand(invocation, input = []) {
  const found3 = findCommand(invocation, input);
  if (found3 === void 0) return void 0;
  const { spec, call } = found3;
  const writes = isIdle(call, spec.idle) ? [] : spec.writes.flatMap((write) => writesOf(write, call));
  const reads = (spec.reads?.(call) ?? []).filter(isFile3);
  const prints = spec.prints?.(call) ?? [];
  if (writes.length === 0 && reads.length === 0 && prints.length === 0) return void 0;
  return { command: call.command, page: spec.page, writes, reads, ...prints.length > 0 && { prints } };
}
function writesOf(spec, call) {
  if (spec.when !== void 0 && !holds(spec.when, call)) return [];
  if (spec.unless !== void 0 && holds(spec.unless, call)) return [];
  const sources2 = spec.sources?.(call) ?? [];
  const tree = spec.tree === true || spec.tree !== void 0 && holds(spec.tree, call);
  const keeps2 = keepsOf(spec, call);
  const fits = spec.fits?.(call) ?? true;
  const safer = fits ? spec.safer : spec.safer.filter(({ kind }) => kind === "advice");
  const aggravators = spec.aggravators?.(call) ?? [];
  return spec.spots(call).flatMap(
    (spot2) => chunks(targetsOf(spot2, spot2.tree ?? tree)).map(
      (targets) => ({
        op: spot2.op ?? spec.op,
        targets,
        is: spot2.is ?? "path",
        tree: spot2.tree ?? tree,
        ...spot2.host && { host: spot2.host },
        sources: (spot2.sources ?? sources2).filter(isFile3),
        ...keeps2 && { keeps: keeps2 },
        rule: spot2.rule ?? spec.rule,
        safer,
        ...aggravators.length > 0 && { aggravators }
      })
    )
  );
}
function keepsOf({ missing, backup }, call) {
  const left = wordsOf(missing, call);
  if (left !== void 0) return { kind: "missing", text: left };
  const kept2 = wordsOf(backup, call);
  return kept2 === void 0 ? void 0 : { kind: "backup", text: kept2 };
}
function wordsOf(keeping2, call) {
  if (typeof keeping2 === "function") return keeping2(call);
  const option = keeping2 === void 0 ? void 0 : certainly(findOption(call, keeping2));
  return option?.at.values.map(shown).join(" ");
}
var certainly = (option) => option?.maybe ? void 0 : option;
function isIdle(call, idle = "") {
  return idle.split(" ").some((name) => {
    const option = certainly(findOption(call, name));
    return option !== void 0 && !isTakenBack(option);
  });
}
var isTakenBack = ({ value }) => value?.values.some((text) => /^(none|false)$/.test(literalOf(text) ?? "")) ?? false;
var holds = (condition, call) => typeof condition === "string" ? hasOption(call, condition) : condition(call);
var isFile3 = (text) => !NO_FILE2.test(literalOf(text) ?? "");
function targetsOf({ texts, is }, tree) {
  const places = is === "name" ? texts : texts.filter(isFile3);
  return distinct(tree ? places.map(directoryOfAll) : places);
}
var distinct = (texts) => [
  ...new Map(texts.map((text) => [shown(text), text])).values()
];
function directoryOfAll(text) {
  if (shown(nameOf(text)) !== "*") return withoutSlash(text);
  const parent = parentOf(text);
  return parent.length === 0 && knownStart(text).startsWith("/") ? ["/"] : parent;
}
function chunks(texts) {
  const parts = [];
  for (let index = 0; index < texts.length; index += MOST_TARGETS) {
    parts.push(texts.slice(index, index + MOST_TARGETS));
  }
  return parts;
}

// src/scripts/shell/builtins.ts
var LONGEST_DIRECTORY = 1e3;
var NOWHERE = [{ name: "directory", is: "value" }];
var builtins = {
  cd: (run, args) => {
    const [target] = operands2(args);
    if (target !== void 0 && shown(target.values[0]) === "-") return goBack(run);
    change(run, target === void 0 ? variable(run, "HOME").texts : target.values);
  },
  pushd: (run, args) => {
    const [target] = operands2(args);
    if (target === void 0) return;
    run.state.stack = [...run.state.stack, run.state.directories];
    change(run, target.values);
  },
  popd: (run) => {
    const last = run.state.stack.at(-1);
    if (last !== void 0) run.state.directories = last;
    run.state.stack = run.state.stack.slice(0, -1);
  },
  exit: (run) => leave(run, "exit"),
  // At the top of a script that is run, bash says that there is nothing to return from, and goes on.
  return: (run) => {
    if (run.machine.running.length > 1) leave(run, "return");
  },
  break: (run) => leave(run, "loop"),
  continue: (run) => leave(run, "loop"),
  set: (run, args) => setOptions(run, args),
  shopt: () => {
  },
  shift: (run, args) => {
    const by = Number(args[0] === void 0 ? 1 : literalOf(args[0].values[0]) ?? 1);
    if (run.state.positional !== void 0) run.state.positional = run.state.positional.slice(by);
  },
  unset: (run, args) => {
    for (const { values } of operands2(args)) {
      const name = literalOf(values[0]);
      if (name !== void 0) run.state.variables.own.set(name, { texts: [[]] });
    }
  },
  local: keepLocal,
  declare: keepLocal,
  typeset: keepLocal,
  export: () => {
  },
  readonly: () => {
  },
  read: (run, args) => {
    for (const { values } of operands2(args)) {
      const name = literalOf(values[0]);
      if (name !== void 0) run.state.variables.own.set(name, { ...unknownValue(name), asked: true });
    }
  },
  mapfile: readLines,
  readarray: readLines,
  getopts: (run, args) => {
    const name = args[1] === void 0 ? void 0 : literalOf(args[1].values[0]);
    if (name !== void 0) assign(run, name, unknownValue(name));
  },
  alias: () => {
  },
  eval: (run, args, at) => {
    const text = args.flatMap(({ values }, index) => index === 0 ? values[0] : [" ", ...values[0]]);
    runNested(run, text, at);
  },
  trap: (run, args, at) => {
    const [action] = operands2(args);
    const text = action?.values[0];
    if (text === void 0 || args.length < 2 || literalOf(text) === "") return;
    const inner = forked(run);
    if (literalOf(text) === void 0) return;
    runNested(inner, text, at);
    run.machine.traps.push({ text, at, frame: run.frame });
  }
};
function operands2(args) {
  return args.filter(({ values }) => !/^(-[a-zA-Z]+|--)$/.test(shown(values[0])));
}
function change({ state }, paths) {
  const there = state.directories.flatMap((directory2) => paths.map((path) => locate(directory2, path)));
  state.directories = distinctTexts(
    there.map((path) => shown(path).length > LONGEST_DIRECTORY ? NOWHERE : path)
  );
  state.uncheckedCd = !state.options.errexit;
}
function goBack(run) {
  run.state.directories = [[{ name: "OLDPWD", is: "value" }]];
}
function leave({ state }, way) {
  state.left = way;
}
function setOptions({ state }, args) {
  const words = args.map(({ values }) => literalOf(values[0]) ?? "");
  const end = words.indexOf("--");
  if (end !== -1) state.positional = args.slice(end + 1);
  const options = { ...state.options };
  words.slice(0, end === -1 ? void 0 : end).forEach((word, index) => {
    const on = word.startsWith("-");
    if (!on && !word.startsWith("+")) return;
    if (word.includes("e")) Object.assign(options, { errexit: on, tolerant: !on });
    if (word.includes("u")) options.nounset = on;
    if (!word.endsWith("o")) return;
    const name = words[index + 1];
    if (name === "errexit" || name === "pipefail" || name === "nounset") options[name] = on;
  });
  state.options = options;
}
function keepLocal({ state }, args) {
  if (state.locals === void 0) return;
  for (const { values } of operands2(args)) {
    const name = /^\w+/.exec(shown(values[0]))?.[0];
    if (name === void 0 || state.locals.has(name)) continue;
    state.locals.set(name, lookUp(state.variables, name));
  }
}
function readLines(run, args, _at, input) {
  const name = literalOf(operands2(args).at(-1)?.values[0] ?? [{ name: "", is: "value" }]);
  if (name === void 0) return;
  const only2 = input?.texts?.length === 1 ? literalOf(input.texts[0]) : void 0;
  const items = only2?.split("\n").filter((line) => line !== "").map((line) => ({ values: [[line]], pos: 0, end: 0 }));
  run.state.variables.own.set(name, { ...unknownValue(name), ...items && { items } });
}

// src/scripts/shell/printers.ts
var printers = {
  echo: (_run, args) => {
    const words = args.filter(({ values }, index) => !(index === 0 && /^-[neE]+$/.test(shown(values[0]))));
    return linesOf(words);
  },
  printf: (_run, args) => formatted(args),
  pwd: ({ state }) => state.directories.map(absoluteOf),
  dirname: (_run, args) => args.at(-1)?.values.map((text) => directoryPart(text)),
  ls: (_run, args) => listed(args),
  basename: (_run, args) => baseNames(args.filter(({ values }) => !shown(values[0]).startsWith("-"))),
  readlink: resolved,
  realpath: resolved,
  cat: (_run, args, input) => args.every(({ values }) => shown(values[0]) === "-") ? input?.texts : void 0,
  mktemp: ({ machine }) => [[{ name: `temporary ${++machine.temporaries}`, is: "temporary" }]],
  git: (_run, args) => {
    const words = args.map(({ values }) => shown(values[0]));
    return words.includes("rev-parse") && words.includes("--show-toplevel") ? [[ROOT]] : void 0;
  },
  find: (run, args) => found2(run, args),
  seq: (_run, args) => {
    const [first = Number.NaN, last = Number.NaN] = args.map(
      ({ values }) => Number(literalOf(values[0]) ?? Number.NaN)
    );
    const [from, to] = args.length === 1 ? [1, first] : [first, last];
    if (args.length > 2 || !(to - from >= 0 && to - from < 100)) return void 0;
    return [[Array.from({ length: to - from + 1 }, (_, index) => from + index).join("\n")]];
  }
};
var SILENT = new Set(
  "cd pushd popd cp mv rm mkdir rmdir ln touch chmod chown chgrp install export readonly local declare typeset unset set shift trap umask exit return break continue [ test true false : sleep wait kill source . eval read mapfile readarray shopt exec".split(
    " "
  )
);
function isSilent(name) {
  return SILENT.has(name);
}
function linesOf(words) {
  const texts = combined(
    words.map(({ values }) => values.slice(0, MOST_VALUES)),
    (pieces2) => joinedBy(" ", pieces2)
  );
  return texts.map((text) => joined(text, ["\n"]));
}
function formatted(args) {
  const [format, ...values] = args;
  const literal = format === void 0 || format.values.length > 1 ? void 0 : literalOf(format.values[0]);
  if (literal === void 0 || literal.startsWith("-")) return void 0;
  const pieces2 = unescaped(literal).split(/%(?=[a-z%])/);
  const parts = pieces2.slice(1).map((piece, index) => {
    if (piece.startsWith("%")) return [[[piece]]];
    const given = values[index]?.values ?? [[]];
    const value = piece.startsWith("s") || piece.startsWith("d") ? given : [[{ name: "printf", is: "value" }]];
    return [value, [[piece.slice(1)]]];
  });
  return combined([[[pieces2[0]]], ...parts.flat()], joinedAll);
}
function unescaped(text) {
  return text.replaceAll("\\n", "\n").replaceAll("\\t", "	");
}
function directoryPart(path) {
  const parent = parentOf(path);
  if (parent.length > 0) return parent;
  return shown(path).startsWith("/") ? ["/"] : ["."];
}
function baseNames([path, suffix]) {
  const end = suffix === void 0 ? "" : literalOf(suffix.values[0]);
  if (path === void 0 || end === void 0) return void 0;
  return path.values.flatMap((text) => {
    const name = nameOf(text);
    const last = name.at(-1);
    if (end === "" || typeof last !== "string" || !last.endsWith(end)) return [name];
    const without = joined(name.slice(0, -1), [last.slice(0, -end.length)]);
    if (last !== end) return [without];
    return name.length === 1 ? [name] : [without, name];
  });
}
function resolved({ state }, args) {
  const path = args.filter(({ values }) => !shown(values[0]).startsWith("-")).at(-1);
  if (path === void 0) return void 0;
  return distinctTexts(
    state.directories.flatMap((directory2) => path.values.map((text) => absoluteOf(locate(directory2, text))))
  );
}
function listed(args) {
  const operands3 = args.filter(({ values }) => !shown(values[0]).startsWith("-"));
  const globs = operands3.filter(
    ({ values }) => values[0].some((part) => typeof part === "object" && part.is === "glob")
  );
  return globs.length === 1 && operands3.length === 1 ? globs[0].values : void 0;
}
function found2(_run, args) {
  const words = args.map(({ values }) => shown(values[0]));
  const directory2 = words[0] === void 0 || words[0].startsWith("-") ? [["."]] : args[0].values;
  const index = words.findIndex((word) => word === "-name" || word === "-iname");
  const pattern2 = index === -1 ? "*" : words[index + 1] ?? "*";
  const shallow = words.indexOf("-maxdepth") !== -1 && words[words.indexOf("-maxdepth") + 1] === "1";
  if (index === -1 && !shallow)
    return directory2.map((text) => joined(text, ["/", { name: "**", is: "glob" }]));
  const below2 = shallow ? ["/"] : ["/", { name: "**", is: "glob" }, "/"];
  const name = /[*?[]/.test(pattern2) ? [{ name: pattern2, is: "glob" }] : [pattern2];
  return directory2.map((text) => joined(text, below2, name));
}

// src/scripts/shell/each.ts
var XARGS = {
  values: "-a -d -E -I -L -n -P -s --arg-file --delimiter --eof --max-args --max-lines --max-procs --max-chars --process-slot-var",
  stops: true
};
var MOST_ITEMS2 = 64;
function runXargs(run, args, site, input, invoke2) {
  const read = readOptions(args, XARGS);
  if (read.operands.length === 0) return;
  const hole = optionValue(read, "-I");
  const items = itemsOf3(run, input, site);
  const inner = forked(run, { via: inside(run.state.via, "xargs") });
  const given = input && { ...input, texts: void 0 };
  if (hole === void 0) {
    invoke2(inner, [...read.operands, ...items], site, given);
    return;
  }
  for (const item2 of items)
    invoke2(inner, filled(read.operands, shown(hole.values[0]), item2.values), site, given);
}
function itemsOf3(run, input, { pos, end }) {
  const only2 = input?.texts?.length === 1 ? literalOf(input.texts[0]) : void 0;
  if (only2 !== void 0) {
    const words = only2.split(/\s+/).filter((word) => word !== "");
    if (words.length > MOST_ITEMS2) note(run, "limit", pos, `xargs over more than ${MOST_ITEMS2} words`);
    return words.slice(0, MOST_ITEMS2).map((word) => ({ values: [[word]], pos, end }));
  }
  const texts = input?.texts?.map(withoutBlanks).filter((text) => text.length > 0) ?? [];
  return [{ values: texts.length > 0 ? texts : [[{ name: "input", is: "value" }]], pos, end }];
}
function withoutBlanks(text) {
  return joined(
    ...text.map((part) => typeof part === "string" ? [part.replace(/\s+$/, "")] : [part])
  );
}
function runFindCommands(run, args, site, invoke2) {
  const words = args.map(({ values }) => literalOf(values[0]) ?? "");
  words.forEach((word, index) => {
    if (!/^-(exec|execdir|ok|okdir)$/.test(word)) return;
    const length = words.slice(index + 1).findIndex((end) => end === ";" || end === "+");
    const command3 = args.slice(index + 1, length === -1 ? void 0 : index + 1 + length);
    const inner = forked(run, { via: inside(run.state.via, "find") });
    invoke2(inner, filled(command3, "{}", found2(run, args)), site, void 0);
  });
}
function filled(words, hole, texts) {
  return words.map((word) => ({
    ...word,
    values: word.values.flatMap(
      (value) => shown(value).includes(hole) ? texts.map((text) => replaced2(value, hole, text)) : [value]
    )
  }));
}
function replaced2(value, hole, text) {
  return joined(
    ...value.map((part) => {
      if (typeof part !== "string") return [part];
      const pieces2 = part.split(hole);
      return joined(...pieces2.map((piece, index) => index === 0 ? [piece] : [...text, piece]));
    })
  );
}

// src/scripts/shell/files.ts
function runFile(run, file, args, site, how) {
  const { machine, state } = run;
  if (state.host.kind !== "local") return;
  const paths = state.directories.flatMap(
    (directory2) => file.values.map((value) => locate(directory2, value))
  );
  const path = paths.map(literalOf).find((literal) => literal !== void 0 && !literal.startsWith("/") && !literal.startsWith(".."));
  if (path === void 0) {
    if (how === "source") note(run, "missing", site.pos, shown(paths[0]));
    return;
  }
  machine.uses.add(path);
  const text = machine.files.get(path);
  if (text === void 0) {
    if (how === "source") note(run, "missing", site.pos, path);
    return;
  }
  if (machine.running.includes(path) || !isShell(path, text) || isTooDeep(run, site.pos)) return;
  const script = parseShell(text);
  const inner = { script: path, source: text, place: placeFinder(text) };
  noteErrors({ ...run, frame: inner }, script);
  machine.running.push(path);
  if (how === "source") {
    const outer = state.positional;
    if (args.length > 0) state.positional = args;
    machine.interpreter.statements({ machine, frame: inner, state }, script.commands);
    state.positional = outer;
    if (state.left === "return") state.left = false;
  } else {
    const shell2 = forked(run, {
      positional: args,
      zero: inCheckout(path),
      via: [...state.via, path],
      options: optionsOf(text)
    });
    machine.interpreter.statements({ ...shell2, frame: inner }, script.commands);
    state.output = shell2.state.output;
  }
  machine.running.pop();
}
function runText(run, path, pos) {
  const { machine } = run;
  const isInside = !path.startsWith("/") && !path.startsWith("..");
  if (isInside) machine.uses.add(path);
  const text = isInside ? machine.files.get(path) : void 0;
  if (text === void 0) note(run, "missing", pos, path);
  if (text === void 0 || machine.running.includes(path) || isTooDeep(run, pos)) return;
  const script = parseShell(text);
  const inner = { ...run, frame: { script: path, source: text, place: placeFinder(text) } };
  noteErrors(inner, script);
  machine.running.push(path);
  machine.interpreter.statements(inner, script.commands);
  machine.running.pop();
}
function isTooDeep(run, pos) {
  if (run.machine.running.length < MOST_DEPTH) return false;
  note(run, "limit", pos, `files that run each other more than ${MOST_DEPTH} deep`);
  return true;
}
function optionsOf(text) {
  const flags = /^#!.*?\s-([a-z]+)/.exec(text.slice(0, 200).split("\n")[0])?.[1] ?? "";
  return { errexit: flags.includes("e"), pipefail: false, nounset: flags.includes("u") };
}
function isShell(path, text) {
  const first = text.slice(0, 100).split("\n")[0];
  if (first.startsWith("#!")) return /\b(ba|da|a|k)?sh\b/.test(first);
  return /\.(sh|bash|inc|env)$|^[^.]+$|\/\.?[^/.]*$/.test(path);
}

// src/scripts/shell/wrapped.ts
function runWrapped(run, wrapper, name, args, site, input, invoke2) {
  const read = readOptions(args, wrapper.options);
  const label = name.map(({ values }) => shown(values[0])).join(" ");
  const skip = wrapper.unless !== void 0 && hasOption(read, wrapper.unless) ? 0 : wrapper.skip ?? 0;
  const skipped = read.operands.slice(0, skip);
  let rest = read.operands.slice(skip);
  const subject = skipped.at(-1);
  const inner = insideOf(run, wrapper, label, subject);
  if (wrapper.assigns) {
    const assignments = rest.findIndex(({ values }) => !/^\w+=/.test(shown(values[0])));
    rest = assignments === -1 ? [] : rest.slice(assignments);
  }
  if (rest[0] !== void 0 && shown(rest[0].values[0]) === "--") rest = rest.slice(1);
  if (wrapper.runs === "words") {
    if (rest.length > 0) return finish(run, inner, invoke2(inner, rest, site, input));
    if (label === "sudo" && hasOption(read, "-s -i") && input?.texts !== void 0)
      runTexts(inner, input.texts, input.at);
    return [];
  }
  if (wrapper.runs === "string") {
    if (rest.length > 0) runWords(inner, rest, input);
    else runInput(inner, input);
    return finish(run, inner);
  }
  const behind = rest[0] !== void 0 && wrapper.option.split(" ").includes(shown(rest[0].values[0])) ? rest[1] : void 0;
  const source = optionValue(read, wrapper.option) ?? behind;
  if (source !== void 0) {
    const shell2 = {
      ...inner,
      state: { ...inner.state, ...wrapper.skip === void 0 && { positional: rest.slice(1) } }
    };
    runTexts(shell2, source.values, source);
    return finish(run, shell2);
  }
  if (rest.length > 0 && wrapper.skip === void 0 && !isStandardInput(rest[0]) && !hasOption(read, "-s")) {
    runFile(run, rest[0], rest.slice(1), site, "run");
    return [];
  }
  if (rest.length > 0 && wrapper.skip !== void 0)
    return finish(run, inner, invoke2(inner, rest, site, input));
  if (wrapper.input) runInput(inner, input);
  return finish(run, inner);
}
function finish(run, inner, reads = []) {
  run.state.output = inner.state.output;
  return reads;
}
function insideOf(run, wrapper, label, subject) {
  const via = inside(
    run.state.via,
    subject === void 0 || wrapper.host === void 0 ? label : `${label} ${shown(subject.values[0])}`
  );
  const changes = { via };
  if (wrapper.host !== void 0) {
    const host = {
      kind: wrapper.host,
      ...subject && { name: shown(subject.values[0]).replace(/^.*@/, "") }
    };
    changes.variables = { own: new Map(run.machine.filledIn) };
    changes.functions = { own: /* @__PURE__ */ new Map() };
    changes.host = host;
    changes.directories = [startOf(host)];
    changes.surroundings = wrapper.ephemeral ? "ephemeral" : wrapper.host === "ssh" ? "server" : run.state.surroundings;
    changes.uncheckedCd = false;
    changes.options = { errexit: false, pipefail: false, nounset: false };
  } else if (wrapper.runs !== "words") {
    changes.options = { errexit: false, pipefail: false, nounset: false };
  }
  return forked(run, changes);
}
function runWords(run, words, input) {
  const [only2] = words;
  const shell2 = literalOf(only2.values[0]);
  if (shell2 !== void 0 && /^(sudo\s+)?(ba|da)?sh(\s+-\w+)*(\s+--)?$/.test(words.map(({ values }) => shown(values[0])).join(" "))) {
    runInput(run, input);
    return;
  }
  if (words.length === 1) {
    runTexts(run, only2.values, only2);
    return;
  }
  const text = joinedBy(
    " ",
    words.map(({ values }) => values[0])
  );
  runNested(run, text, { pos: words[0].pos, end: words.at(-1).end });
}
function runInput(run, input) {
  if (input === void 0) return;
  const file = input.reads.length === 1 ? literalOf(input.reads[0]) : void 0;
  if (file !== void 0 && (input.texts === void 0 || input.texts.every((text) => literalOf(text) === void 0))) {
    runText(run, file, input.at.pos);
  } else if (input.texts !== void 0) {
    runTexts(run, input.texts, input.at);
  }
}
function runTexts(run, texts, at) {
  for (const text of texts) runNested(run, text, at);
}
function isStandardInput({ values }) {
  return shown(values[0]) === "-" || shown(values[0]) === "/dev/stdin";
}

// src/scripts/shell/wrappers.ts
var SHELL_OPTIONS = { values: "-c -o -O --rcfile --init-file +O", stops: true };
var wrappers = [
  {
    names: ["sudo", "doas"],
    options: {
      values: "-u -g -h -p -C -D -R -r -t -T -U --user --group --host --prompt --chdir --chroot",
      stops: true
    },
    assigns: true,
    runs: "words"
  },
  {
    names: ["env"],
    options: { values: "-u -C -S --unset --chdir", stops: true },
    assigns: true,
    runs: "words"
  },
  {
    names: [
      "nohup",
      "setsid",
      "command",
      "builtin",
      "exec",
      "time",
      "chronic",
      "unbuffer",
      "busybox",
      "caffeinate",
      "eatmydata",
      "fakeroot"
    ],
    options: { values: "-a -f -o", stops: true },
    runs: "words"
  },
  { names: ["nice"], options: { values: "-n --adjustment", stops: true }, runs: "words" },
  { names: ["ionice"], options: { values: "-c -n -p", stops: true }, runs: "words" },
  { names: ["stdbuf"], options: { values: "-i -o -e", stops: true }, runs: "words" },
  {
    names: ["timeout"],
    options: { values: "-k -s --kill-after --signal", stops: true },
    skip: 1,
    runs: "words"
  },
  {
    names: ["gosu", "su-exec", "setpriv", "chpst", "taskset"],
    options: { values: "-u", stops: true },
    skip: 1,
    runs: "words"
  },
  {
    names: ["flock"],
    options: { values: "-w -E -c --timeout --command", stops: true },
    skip: 1,
    runs: "option",
    option: "-c --command"
  },
  {
    names: ["runuser", "su"],
    unless: "-u --user",
    options: { values: "-c -s -g -G -u --command --shell --user" },
    skip: 1,
    runs: "option",
    option: "-c --command",
    input: true
  },
  { names: ["watch"], options: { values: "-n -d --interval", stops: true }, runs: "string" },
  { names: ["script"], options: { values: "-c --command" }, runs: "option", option: "-c --command" },
  {
    names: ["systemd-run", "dbus-run-session", "xvfb-run"],
    options: { values: "-p -u --unit --property", stops: true },
    runs: "words"
  },
  {
    names: ["bash", "sh", "dash", "ash", "ksh", "zsh"],
    options: SHELL_OPTIONS,
    runs: "option",
    option: "-c",
    input: true
  },
  {
    names: ["ssh", "autossh"],
    options: { values: "-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w", stops: true },
    skip: 1,
    runs: "string",
    input: true,
    host: "ssh"
  },
  { names: ["sshpass"], options: { values: "-p -f -d -P", stops: true }, runs: "words" },
  {
    names: ["gcloud compute ssh", "vagrant ssh"],
    options: { values: "--command -c --zone --project" },
    skip: 1,
    runs: "option",
    option: "--command -c",
    input: true,
    host: "ssh"
  },
  {
    names: ["docker exec", "podman exec", "nerdctl exec"],
    options: { values: "-e -u -w --env --user --workdir --env-file", stops: true },
    skip: 1,
    runs: "words",
    host: "container"
  },
  {
    names: ["docker compose exec", "docker-compose exec"],
    options: { values: "-e -u -w --env --user --workdir --index", stops: true },
    skip: 1,
    runs: "words",
    host: "container"
  },
  {
    names: ["kubectl exec", "oc exec", "oc rsh"],
    options: { values: "-c -n --container --namespace --context" },
    skip: 1,
    runs: "words",
    host: "container"
  },
  {
    names: ["lxc exec", "incus exec", "pct exec"],
    options: { stops: true },
    skip: 1,
    runs: "words",
    host: "container"
  },
  {
    names: ["docker run", "podman run"],
    options: {
      values: "-a -c -e -h -l -m -p -u -v -w --add-host --cpus --dns --entrypoint --env --env-file --gpus --hostname --label --memory --mount --name --network --net --platform --publish --pull --restart --user --volume --volumes-from --workdir --log-driver --log-opt --cap-add --security-opt --tmpfs --ulimit",
      stops: true
    },
    skip: 1,
    runs: "words",
    host: "container",
    ephemeral: true
  },
  { names: ["chroot"], options: { stops: true }, skip: 1, runs: "words", host: "container", ephemeral: true }
];
var byName = new Map(wrappers.flatMap((wrapper) => wrapper.names.map((name) => [name, wrapper])));
var SUB_COMMANDS = /* @__PURE__ */ new Set(["rsh", "exec", "run", "ssh", "compose", "compute"]);
function wrapperOf(words) {
  const plain = [];
  let found3;
  for (let index = 0; index < words.length && plain.length < 3; index++) {
    const word = words[index];
    if (word === void 0) break;
    if (index > 0 && word.startsWith("-")) {
      const next = words[index + 1];
      if (!word.includes("=") && next !== void 0 && !next.startsWith("-") && !SUB_COMMANDS.has(next))
        index += 1;
      continue;
    }
    plain.push(word);
    const wrapper = byName.get(plain.join(" "));
    if (wrapper !== void 0 && (found3 === void 0 || plain.length > 1))
      found3 = { wrapper, length: index + 1 };
    if (plain.length === 1 && found3 !== void 0) return found3;
  }
  return found3;
}

// src/scripts/shell/invoke.ts
var SYSTEM_DIRECTORY = /^\/(usr\/)?(local\/)?s?bin\//;
function invoke(run, fields, site, input) {
  const [first, ...args] = fields;
  if (first === void 0 || !mayGoOn(run, site.pos)) return [];
  if (first.mayVanish && args.length > 0) {
    const { mayVanish: _, ...there } = first;
    invoke(forked(run), [there, ...args], site, input);
    return invoke(run, args, site, input);
  }
  const name = nameOf2(first);
  if (name === void 0) return invokeUnknown(run, fields, site, input);
  const defined = lookUp(run.state.functions, name);
  if (defined !== void 0) {
    callFunction(run, name, defined, args, site);
    return [];
  }
  if (name === "source" || name === ".") {
    if (args[0] !== void 0) runFile(run, args[0], args.slice(1), site, "source");
    return [];
  }
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : void 0;
  if (builtin !== void 0) {
    builtin(run, args, site, input);
    return [];
  }
  const words = fields.slice(0, 10).map((field) => nameOf2(field));
  const wrapped = wrapperOf([name, ...words.slice(1)]);
  if (wrapped !== void 0) {
    return runWrapped(
      run,
      wrapped.wrapper,
      fields.slice(0, wrapped.length),
      fields.slice(wrapped.length),
      site,
      input,
      invoke
    );
  }
  const alias = run.machine.aliases.get(name);
  const key = `alias ${name}`;
  if (alias !== void 0 && !run.machine.running.includes(key)) {
    run.machine.running.push(key);
    const reads = invoke(run, [...alias, ...args], site, input);
    run.machine.running.pop();
    return reads;
  }
  if (name === "xargs") {
    runXargs(run, args, site, input, invoke);
    return [];
  }
  if (name === "find") runFindCommands(run, args, site, invoke);
  if (name.includes("/")) {
    runFile(run, first, args, site, "run");
    return [];
  }
  return useTable(run, name, first, args, site, input);
}
function nameOf2({ values }) {
  const literal = values.map(literalOf).find((text) => text !== void 0 && text !== "");
  if (literal === void 0) return void 0;
  return SYSTEM_DIRECTORY.test(literal) ? baseName(literal) : literal;
}
function invokeUnknown(run, [first, ...rest], site, input) {
  const name = shown(first.values[0]);
  if (/^<\w*ssh\w*>$/i.test(name) && rest.length > 0) {
    const { wrapper } = wrapperOf(["ssh"]);
    const known = nameOf2(rest[0]);
    const words = rest.length === 1 && (known === void 0 || /\s/.test(known)) ? [first, ...rest] : rest;
    return runWrapped(run, wrapper, [first], words, site, input, invoke);
  }
  const next = rest[0] === void 0 ? void 0 : nameOf2(rest[0]);
  if (/^<\w+>$/.test(name) && next !== void 0) return invoke(run, rest, site, input);
  print(run, void 0, site);
  return [];
}
function useTable(run, name, first, args, site, input) {
  const printer = Object.hasOwn(printers, name) ? printers[name] : void 0;
  if (name === "git" && args.some(({ values }) => literalOf(values[0]) === "clone"))
    rememberClone(run, args);
  const reading = readCommand({ name, pos: first.pos, end: first.end, args }, input?.texts);
  const printed2 = run.state.output === void 0 ? void 0 : printer?.(run, args, input) ?? reading?.prints;
  if (printed2 !== void 0 || !isSilent(name)) print(run, printed2 ?? passedOn(name, input), site);
  if (reading === void 0) return input?.reads ?? [];
  const reads = [...input?.reads ?? [], ...locationsOf(run, reading.reads, "path", void 0)];
  const content = input?.texts && contentOf(run, input.texts, false);
  for (const write of reading.writes) {
    const own = name === "tee" && content !== void 0 ? { content } : {};
    record(run, site, { ...write, command: reading.command, page: reading.page, reads, ...own });
  }
  return reads;
}
function passedOn(name, input) {
  return name === "tee" || name === "envsubst" ? input?.texts : void 0;
}
function print({ state }, texts, site) {
  if (state.output === void 0) return;
  const added = texts ?? [[{ name: `$(${site.text.slice(0, 60)})`, is: "value" }]];
  state.output = state.output.flatMap((start) => added.map((text) => start.length < MOST_PARTS ? joined(start, text) : start)).slice(0, MOST_VALUES);
}
function callFunction(run, name, defined, args, site) {
  const { machine, state } = run;
  machine.called.add(defined.node);
  const step2 = `${name}()`;
  const key = `${step2} ${defined.frame.script} ${defined.node.pos}`;
  if (machine.running.includes(key)) return;
  if (machine.running.length >= MOST_DEPTH) {
    note(run, "limit", site.pos, `functions that call each other more than ${MOST_DEPTH} deep`);
    return;
  }
  const outer = { positional: state.positional, via: state.via, guards: state.guards, locals: state.locals };
  state.positional = args;
  state.caller = { site, frame: run.frame };
  state.via = inside(state.via, step2);
  state.locals = /* @__PURE__ */ new Map();
  machine.running.push(key);
  const { body } = defined.node;
  const inner = { machine, frame: defined.frame, state };
  if (body.type === "CompoundList") machine.interpreter.statements(inner, body.commands);
  else machine.interpreter.node(inner, body);
  machine.running.pop();
  for (const [local, value] of state.locals) state.variables.own.set(local, value);
  Object.assign(state, outer);
  if (state.left === "return") state.left = false;
}

// src/scripts/shell/simple.ts
function runSimple(run, node, input) {
  const { frame, state } = run;
  if (!mayGoOn(run, node.pos)) {
    state.left = "exit";
    return;
  }
  const given = inputOf(run, node.redirects, input);
  const assignments = node.prefix.filter((part) => part.type === "Assignment");
  if (node.name === void 0) {
    for (const assignment of assignments) runAssignment(run, assignment);
  }
  const site = {
    pos: node.pos,
    end: node.end,
    text: asWritten(frame, node)
  };
  const outer = state.variables;
  if (node.name !== void 0 && assignments.length > 0) {
    state.variables = fork(outer);
    for (const assignment of assignments) runAssignment(run, assignment);
  }
  const reads = [...given?.reads ?? []];
  const fields = node.name === void 0 ? [] : fieldsOf2(run, node);
  const spot2 = isPassed(node) ? state.caller : void 0;
  const printed2 = captured(run, node.redirects, () => {
    if (fields.length === 0) return;
    reads.push(
      ...invoke(spot2 === void 0 ? run : { ...run, frame: spot2.frame }, fields, spot2?.site ?? site, given)
    );
  });
  if (node.name?.value === "exec" && fields.length > 1) state.left = "exit";
  for (const argument of node.args) {
    if (argument.type !== "Assignment") continue;
    if (node.name?.value === "alias") setAlias(run, argument);
    else runAssignment(run, argument);
  }
  const unrestricted = node.name?.value === "envsubst" && fields.length === 1;
  state.reads = reads;
  const content = printed2 && contentOf(run, printed2, unrestricted);
  for (const redirect of node.redirects) recordRedirect(run, redirect, site, { reads, content });
  if (state.variables.parent === outer) state.variables = keptAfter(outer, state.variables, assignments);
}
function keptAfter(outer, inner, assignments) {
  const passing = new Set(assignments.map(({ name }) => name));
  for (const [name, value] of inner.own) if (!passing.has(name)) outer.own.set(name, value);
  return outer;
}
function isPassed({ name }) {
  return name !== void 0 && /^"?\$(\{?[@*1]\}?)"?$/.test(name.text);
}
function fieldsOf2(run, { name, args }) {
  const fields = expandWord(run, name);
  for (const argument of args) {
    if (argument.type === "Word") {
      fields.push(...expandWord(run, argument));
      continue;
    }
    fields.push({ values: [[`${argument.name}=`]], pos: argument.pos, end: argument.end });
  }
  return fields;
}

// src/scripts/shell/run.ts
function runStatements(run, statements, input) {
  for (const statement of statements) {
    if (run.state.left) return;
    if (statement.background) runNode(forked(run), statement.command, input);
    else runNode(run, statement.command, input);
  }
}
function runNode(run, node, input) {
  switch (node.type) {
    case "Command":
      runSimple(run, node, input);
      break;
    case "Pipeline":
      runPipeline(run, node, input);
      break;
    case "AndOr":
      runAndOr(run, node);
      break;
    case "Redirected":
      runRedirected(run, node, input);
      break;
    case "BraceGroup":
      runStatements(run, node.body.commands, input);
      break;
    case "Subshell":
      runSubshell(run, node.body.commands, input);
      break;
    case "If":
      runIf(run, [node, ...node.elif], node.else?.commands, input);
      break;
    case "For":
      runFor(run, node);
      break;
    case "Select":
      assign(run, node.name.value, unknownValue(node.name.value));
      runBody(run, node.body.commands);
      break;
    case "While":
      runWhile(run, node.clause.commands, node.kind === "until", node.body.commands, input);
      break;
    case "ArithmeticFor":
      runBody(run, node.body.commands);
      break;
    case "Case":
      runCase(run, node);
      break;
    case "Function": {
      const defined = { node, frame: run.frame };
      run.state.functions.own.set(node.name.value, defined);
      run.machine.defined.push(defined);
      break;
    }
    case "Coproc":
      if (node.body.type === "CompoundList") runSubshell(run, node.body.commands);
      else runNode(forked(run), node.body);
      break;
    case "TestCommand":
      conditionOf(run, node);
      break;
  }
}
function runSubshell(run, statements, input) {
  const inner = forked(run);
  runStatements(inner, statements, input);
  run.state.output = inner.state.output;
}
function runPipeline(run, { commands: commands3, prefixes }, input) {
  if (commands3.length === 1) {
    if (prefixes.length > 0) conditionOf(run, commands3[0], input);
    else runNode(run, commands3[0], input);
    return;
  }
  let given = input;
  commands3.forEach((command3, index) => {
    const last = index === commands3.length - 1;
    const inner = forked(run, { reads: [], piped: index > 0, ...last ? {} : { output: [[]] } });
    runNode(inner, command3, given);
    const reads = [...given?.reads ?? [], ...inner.state.reads];
    given = { texts: inner.state.output, reads, at: command3 };
    if (!last) return;
    run.state.output = inner.state.output;
    run.state.reads = reads;
  });
}

// src/scripts/shell/interpret.ts
function interpret(unit, files) {
  const machine = {
    script: unit.script,
    interpreter: { statements: runStatements, node: runNode },
    files,
    effects: [],
    recorded: /* @__PURE__ */ new Set(),
    notRead: [],
    uses: /* @__PURE__ */ new Set(),
    backups: /* @__PURE__ */ new Map(),
    defined: [],
    aliases: /* @__PURE__ */ new Map(),
    cloned: /* @__PURE__ */ new Set(),
    traps: [],
    filledIn: new Map([...unit.filledIn ?? []].map(([name, text]) => [name, { texts: [text] }])),
    called: /* @__PURE__ */ new Set(),
    running: [unit.script],
    loops: 0,
    steps: MOST_STEPS,
    temporaries: 0
  };
  const frame = {
    script: unit.script,
    source: unit.source,
    place: unit.place,
    ...unit.written && { written: unit.written }
  };
  const run = { machine, frame, state: startOf2(unit) };
  const script = parseShell(unit.source);
  noteErrors(run, script);
  try {
    follow(run, script.commands);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note(run, "limit", 0, "commands nested too deeply");
  }
  return { effects: machine.effects, notRead: machine.notRead, uses: [...machine.uses] };
}
function follow(run, statements) {
  const { machine } = run;
  runStatements(run, statements);
  for (const { text, at, frame } of machine.traps) {
    runNested({ ...forked(run, { left: false }), frame }, text, at);
  }
  for (const { node, frame: around } of machine.defined) {
    if (machine.called.has(node)) continue;
    machine.called.add(node);
    const body = node.body;
    const inner = {
      ...forked(run, { left: false, positional: void 0, guards: [], via: [`${node.name.value}()`] }),
      frame: around
    };
    if (body.type === "CompoundList") runStatements(inner, body.commands);
    else runNode(inner, body);
  }
}
function startOf2(unit) {
  const variables = [...unit.variables].map(([name, text]) => [name, { texts: [text] }]);
  return {
    variables: { own: new Map(variables) },
    functions: { own: /* @__PURE__ */ new Map() },
    positional: void 0,
    zero: inCheckout(unit.script),
    directories: [unit.directory],
    stack: [],
    options: unit.options,
    piped: false,
    guards: [],
    host: unit.host,
    surroundings: unit.surroundings,
    via: unit.label === void 0 ? [] : [unit.label],
    uncheckedCd: false,
    output: void 0,
    locals: void 0,
    caller: void 0,
    reads: [],
    left: false
  };
}

// src/scripts/sources/quoting.ts
var HEREDOC = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([\w.+-]+))/y;
var LONGEST_ARITHMETIC = 500;
function quotingIn(source, holes) {
  const scan = { source, at: 0, open: [], heredocs: [], found: [] };
  let hole = 0;
  while (scan.at < source.length) {
    while (hole < holes.length && holes[hole].end <= scan.at) hole += 1;
    const next = holes[hole];
    if (next !== void 0 && next.start <= scan.at) scan.at = next.end;
    else step(scan, nextQuote(source, holes, hole));
  }
  return (offset) => kindAt(scan.found, offset);
}
function kindAt(found3, offset) {
  let low = 0;
  let high = found3.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (found3[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = found3[low];
  return stretch !== void 0 && stretch.start <= offset ? stretch.kind : void 0;
}
function nextQuote(source, holes, from) {
  return (offset) => {
    let index = from;
    for (let at = source.indexOf("'", offset); at !== -1; at = source.indexOf("'", at + 1)) {
      while (index < holes.length && holes[index].end <= at) index += 1;
      const hole = holes[index];
      if (hole === void 0 || at < hole.start) return at;
      at = hole.end - 1;
    }
    return source.length;
  };
}
function step(scan, closing2) {
  const character = scan.source[scan.at];
  const quoted = scan.open.at(-1) === '"';
  if (character === "\\") scan.at += 2;
  else if (character === '"') toggle(scan, quoted);
  else if (character === "$" && scan.source[scan.at + 1] === "(") openSubstitution(scan);
  else if (quoted) scan.at += 1;
  else if (character === "'") skipTo(scan, "single", closing2(scan.at + 1) + 1);
  else if (character === "#" && beginsWord(scan)) skipTo(scan, "comment", lineEnd(scan));
  else if (character === "\n") readHeredocs(scan);
  else if (character === "<") readRedirection(scan);
  else if (character === ")") {
    if (scan.open.at(-1) === "(") scan.open.pop();
    scan.at += 1;
  } else if (character === "(") openSubstitution(scan);
  else scan.at += 1;
}
function toggle(scan, quoted) {
  if (quoted) scan.open.pop();
  else scan.open.push('"');
  scan.at += 1;
}
function openSubstitution(scan) {
  const start = scan.at + (scan.source[scan.at] === "$" ? 1 : 0);
  if (scan.source.startsWith("((", start)) {
    const length = scan.source.slice(start, start + LONGEST_ARITHMETIC).indexOf("))");
    if (length !== -1) {
      scan.at = start + length + 2;
      return;
    }
  }
  scan.open.push("(");
  scan.at = start + 1;
}
function skipTo(scan, kind, end) {
  scan.found.push({ kind, start: scan.at, end });
  scan.at = end;
}
function beginsWord({ source, at }) {
  return at === 0 || /[\s;&|()`]/.test(source[at - 1]);
}
function lineEnd({ source, at }) {
  const end = source.indexOf("\n", at);
  return end === -1 ? source.length : end;
}
function readRedirection(scan) {
  if (scan.source.startsWith("<<<", scan.at)) {
    scan.at += 3;
    return;
  }
  HEREDOC.lastIndex = scan.at;
  const match = HEREDOC.exec(scan.source);
  if (match === null) {
    scan.at += 1;
    return;
  }
  const [whole2, dash, single, double, bare] = match;
  scan.heredocs.push({ delimiter: single ?? double ?? bare ?? "", tabs: dash === "-" });
  scan.at += whole2.length;
}
function readHeredocs(scan) {
  scan.at += 1;
  for (const { delimiter, tabs } of scan.heredocs) {
    const start = scan.at;
    while (scan.at < scan.source.length) {
      const end = lineEnd(scan);
      const line = scan.source.slice(scan.at, end);
      scan.at = Math.min(end + 1, scan.source.length);
      if ((tabs ? line.replace(/^\t+/, "") : line) === delimiter) break;
    }
    if (scan.at > start) scan.found.push({ kind: "heredoc", start, end: scan.at });
  }
  scan.heredocs = [];
}

// src/scripts/sources/source.ts
function unknown(name) {
  return { name, is: "value" };
}

// src/scripts/sources/template-tags.ts
var SUFFIX = /\.(?:j2|jinja2?|erb|tpl|tmpl|gotmpl|mustache|ejs|epp)$/i;
function isTemplate(path) {
  return SUFFIX.test(path) || /(?:^|\/)templates\//.test(path);
}
function renderedName(path) {
  return path.replace(SUFFIX, "");
}
var OPENS = /(?<!\$)\{\{|\{%|\{#|<%/g;
var CLOSES = { "{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>" };
var LONGEST = 500;
var LONGEST_LINE = 300;
var DIRECTS = /^\{\{-?\s*(?:(?:if|else|end|range|with|define|block|template|include|break|continue)\b|[#/^!>]|\$\w+\s*:?=)/;
var PLAIN_VALUE = /^\{\{-?\s*[A-Za-z_][\w.]*(?:\s*\|[^}]*)?\s*-?\}\}$/;
var ASKS_FOR_FORMAT = /(?:--format|--template|go-template|\s-f\b|\s-o\b)[^\n]*$/;
function templateHoles(path, source) {
  const named3 = isTemplate(path);
  if (!named3 && !/(?<!\$)\{\{|^\s*\{%|<%/m.test(source)) return { source, holes: [] };
  const kindAt2 = named3 ? () => void 0 : quotingIn(source, []);
  const holes = [];
  const parts = [];
  let done = 0;
  for (const { index: start, 0: opens } of source.matchAll(OPENS)) {
    const close = start < done ? -1 : source.slice(start, start + LONGEST).indexOf(CLOSES[opens], 2);
    if (close === -1) continue;
    const end = start + close + 2;
    const tag = source.slice(start, end);
    const gives = tag.startsWith("{{") && !DIRECTS.test(tag) || tag.startsWith("<%=");
    if (!named3 && !isPlainTag(source, start, tag, kindAt2(start))) continue;
    if (gives) {
      holes.push({ start, end, text: [unknown(nameOf3(tag))] });
      parts.push(source.slice(done, end));
    } else {
      parts.push(source.slice(done, start), tag.replace(/[^\n]/g, " "));
    }
    done = end;
  }
  parts.push(source.slice(done));
  return { source: parts.join(""), holes };
}
function isPlainTag(source, start, tag, kind) {
  if (kind !== void 0) return false;
  const before = source.slice(Math.max(0, start - LONGEST_LINE), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (tag.startsWith("{%") || tag.startsWith("<%")) return line.trim() === "";
  return PLAIN_VALUE.test(tag) && !DIRECTS.test(tag) && !ASKS_FOR_FORMAT.test(line);
}
function nameOf3(tag) {
  const inner = tag.slice(2, -2).replace(/^[-=+~&{]+|[-+~}]+$/g, "");
  return inner.replace(/\s+/g, " ").trim().slice(0, 80);
}

// src/scripts/sources/ansible-values.ts
function isTrue(text) {
  return text !== void 0 && /^(?:yes|true|on|y|1)$/i.test(text);
}
function isFalse(text) {
  return text !== void 0 && /^(?:no|false|off|n|0)$/i.test(text);
}
function jinjaHoles(source, variables) {
  const template = templateHoles(".j2", source);
  const holes = template.holes.map((hole) => {
    const [value] = hole.text;
    return { ...hole, text: typeof value === "object" && variables.get(value.name) || hole.text };
  });
  return { source: template.source, holes };
}
function jinja(original, variables) {
  const { source, holes } = jinjaHoles(original, variables);
  let done = 0;
  const parts = [];
  for (const { start, end, text } of holes) {
    parts.push([source.slice(done, start)], text);
    done = end;
  }
  return joined(...parts, [source.slice(done)]);
}
function withVariables(variables, node) {
  const all = new Map(variables);
  for (const [name, value] of node.members()) {
    if (value.text !== void 0) all.set(name, jinja(value.text, all));
    for (const [key, inner] of value.members()) {
      if (inner.text !== void 0) all.set(`${name}.${key}`, jinja(inner.text, all));
    }
  }
  return all;
}
var MOST_ITEMS3 = 40;
var LOOPS = ["loop", "with_items", "with_list", "with_flattened"];
function roundsOf(task, variables) {
  const list = LOOPS.map((name2) => task.at(name2)).find((node) => node.value !== void 0);
  const items = list?.items() ?? [];
  if (items.length === 0 || items.length > MOST_ITEMS3) return [variables];
  const name = task.at("loop_control", "loop_var").text ?? "item";
  return items.map((item2) => {
    const round = new Map(variables);
    if (item2.text !== void 0) round.set(name, jinja(item2.text, variables));
    if (!isObject(item2.value)) return round;
    for (const [key, value] of item2.members()) {
      if (value.text === void 0) continue;
      const text = jinja(value.text, variables);
      round.set(`${name}.${key}`, text);
      round.set(`${name}['${key}']`, text);
    }
    return round;
  });
}
var VALUE = /"[^"]*"|'[^']*'|(?:\{\{[^}]*\}\}|\S)*/.source;
var PAIR = new RegExp(`(?:^|\\s)([a-z_]+)=(${VALUE})`, "g");
var COMMAND_PAIR = new RegExp(`(?<!\\S)(?:executable|chdir|creates|removes|warn|stdin)=(?:${VALUE})`, "g");
function withoutPairs(text) {
  return text.replace(COMMAND_PAIR, (pair) => " ".repeat(pair.length));
}
function pairsOf(text) {
  const pairs = /* @__PURE__ */ new Map();
  for (const match of text.matchAll(PAIR)) {
    const [, name = "", value = ""] = match;
    pairs.set(name, value.replace(/^(["'])(.*)\1$/s, "$2"));
  }
  return pairs;
}

// src/scripts/sources/ansible-modules.ts
var endsInSlash = (text) => text?.endsWith("/") ?? false;
function copies(argument) {
  const kept2 = isFalse(argument("force")) ? { missing: "force: false" } : {};
  if (endsInSlash(argument("src")))
    return { op: "replace-tree", rule: "copy-over-config", tree: true, ...kept2 };
  return { op: "replace", rule: "copy-over-config", ...kept2 };
}
var edits = () => ({ op: "edit", rule: "inplace-edit-no-backup" });
var modules = [
  { name: "ansible.builtin.copy", target: ["dest"], source: ["src"], folder: "files", does: copies },
  { name: "ansible.builtin.template", target: ["dest"], source: ["src"], folder: "templates", does: copies },
  {
    name: "ansible.builtin.assemble",
    target: ["dest"],
    source: ["src"],
    folder: "files",
    does: () => ({ op: "replace", rule: "copy-over-config" })
  },
  {
    name: "ansible.posix.synchronize",
    target: ["dest"],
    source: ["src"],
    folder: "files",
    does: (argument) => isTrue(argument("delete")) ? { op: "mirror-tree", rule: "tree-mirror-delete", tree: true } : { op: "replace-tree", rule: "copy-over-config", tree: true }
  },
  {
    name: "ansible.builtin.lineinfile",
    target: ["path", "dest", "destfile", "name"],
    source: [],
    does: edits
  },
  {
    name: "ansible.builtin.blockinfile",
    target: ["path", "dest", "destfile", "name"],
    source: [],
    does: edits
  },
  { name: "ansible.builtin.replace", target: ["path", "dest", "destfile", "name"], source: [], does: edits },
  { name: "community.general.ini_file", target: ["path", "dest"], source: [], does: edits },
  { name: "community.general.xml", target: ["path", "dest", "file"], source: [], does: edits },
  {
    name: "ansible.builtin.file",
    target: ["path", "dest", "name"],
    source: ["src"],
    does: (argument) => {
      const state = argument("state");
      if (state === "absent") return { op: "delete", rule: "remove-config", tree: true };
      const forced = isTrue(argument("force")) && (state === "link" || state === "hard");
      return forced ? { op: "replace", rule: "symlink-over-config" } : void 0;
    }
  },
  {
    name: "ansible.builtin.unarchive",
    target: ["dest"],
    source: ["src"],
    folder: "files",
    does: () => ({ op: "extract", rule: "extract-over-live-tree", tree: true })
  },
  {
    name: "ansible.builtin.get_url",
    target: ["dest"],
    source: [],
    does: (argument) => ({
      op: "replace",
      rule: "download-over-config",
      ...isTrue(argument("force")) || argument("checksum") !== void 0 ? {} : { missing: "force: false" }
    })
  }
];
var commands2 = [
  { name: "ansible.builtin.shell", shell: true },
  { name: "ansible.builtin.raw", shell: true },
  { name: "ansible.builtin.command", shell: false }
];
function isNamed(module, key) {
  const short2 = module.name.slice(module.name.lastIndexOf(".") + 1);
  return key === module.name || key === short2 || key === `ansible.legacy.${short2}`;
}
function pageOf({ name }) {
  const path = name.replaceAll(".", "/");
  return `https://docs.ansible.com/ansible/latest/collections/${path}_module.html`;
}

// src/scripts/sources/effects.ts
function directEffect({ paths, tree = false, ...known }) {
  return {
    sources: [],
    guards: [],
    via: [],
    aggravators: [],
    readsTarget: false,
    safer: [],
    ...known,
    targets: paths.map((path) => ({ path, confidence: confidenceOf(path), tree }))
  };
}

// src/scripts/sources/deploying-actions.ts
var copying2 = [
  {
    name: /^(?:action-scp|github-action-scp|scp-action|scp-files|copy-via-ssh|scp-deploy.*)$/,
    host: ["host"],
    source: ["source", "local"],
    target: ["target", "remote"],
    mirrors: (input) => input(["rm", "rmRemote"]) === "true",
    page: "https://github.com/appleboy/scp-action#input-variables"
  },
  {
    name: /rsync/,
    host: ["remote_host", "host"],
    source: ["path", "source"],
    target: ["remote_path", "target"],
    mirrors: (input) => DELETES.test(input(["switches", "args", "options"])),
    page: "https://github.com/Burnett01/rsync-deployments#inputs"
  },
  {
    name: /^ssh-deploy$/,
    host: ["REMOTE_HOST"],
    source: ["SOURCE"],
    target: ["TARGET"],
    mirrors: (input) => DELETES.test(input(["ARGS"])),
    page: "https://github.com/easingthemes/ssh-deploy#configuration"
  }
];
var DELETES = /(?:^|\s)--del(?:ete(?:-\w+)?)?(?:\s|$)/;
var DRY_RUN = /(?:^|\s)(?:--dry-run|-n)(?:\s|$)/;
function actionName(uses) {
  const [name = ""] = uses.split("@");
  return baseName(name).toLowerCase();
}
function sshHost({ node, evaluated }, names2) {
  const name = inputOf2(node, names2)?.text;
  return name === void 0 ? { kind: "ssh" } : { kind: "ssh", name: shown(evaluated(name)) };
}
function inputOf2(node, names2) {
  const wanted = names2.map((name) => name.toLowerCase());
  for (const inputs of [node.at("with"), node.at("env")]) {
    const found3 = inputs.members().find(([name]) => wanted.includes(name.toLowerCase()));
    if (found3 !== void 0) return found3[1];
  }
  return void 0;
}
function copyingEffects(step2) {
  const { node, uses, evaluated } = step2;
  const name = actionName(uses);
  const action = copying2.find((each) => each.name.test(name));
  if (action === void 0) return [];
  const input = (names2) => inputOf2(node, names2)?.text ?? "";
  if (DRY_RUN.test(input(["switches", "args", "options"]))) return [];
  const target = inputOf2(node, action.target);
  const mirrors = action.mirrors(input);
  const sources2 = input(action.source).split(/\s*[,\n]\s*/).filter((source) => source !== "" && !source.startsWith("!"));
  const at = (target ?? node.at("uses")).place();
  return [
    directEffect({
      script: step2.script,
      place: at,
      endLine: at.line,
      command: name,
      text: target === void 0 ? `uses: ${uses}` : `${uses}: ${target.text ?? ""}`,
      op: mirrors ? "mirror-tree" : "replace-tree",
      paths: [locate(HOME, evaluated(target?.text ?? ""))],
      tree: true,
      sources: sources2.map((source) => locate([], evaluated(source))),
      host: sshHost(step2, action.host),
      surroundings: "server",
      rule: mirrors ? "tree-mirror-delete" : "remote-copy-over-config",
      page: action.page
    })
  ];
}
var HOME = [unknown("HOME")];

// src/scripts/sources/shells.ts
var NO_OPTIONS = { errexit: false, pipefail: false, nounset: false };
var READ = /* @__PURE__ */ new Set(["sh", "bash", "dash", "ash", "rbash"]);
var UNREAD = /^(?:zsh|fish|t?csh|[a-z]*ksh(?:93)?|r?mksh|pwsh|powershell|cmd|xonsh|nu|elvish|osh|ysh|yash|bats)$/;
var WRAPPERS = /* @__PURE__ */ new Set(["env", "busybox", "sudo", "exec", "time", "nice"]);
function shellOf(words) {
  const names2 = words.map((word) => word.replace(/^.*[/\\]/, "").replace(/\.exe$/i, ""));
  const at = names2.findIndex((name) => READ.has(name));
  const first = names2.findIndex((name, index) => isCommand(name, words[index]));
  if (at !== -1 && names2.slice(Math.max(first, 0), at).every((name) => !isShellName(name))) {
    return { options: optionsOf2(words.slice(at + 1)) };
  }
  return { unread: names2[first] ?? words.join(" ") };
}
function isCommand(name, word) {
  return !WRAPPERS.has(name) && !word.startsWith("-") && !/^\w+=/.test(word);
}
function isShellName(name) {
  return UNREAD.test(name.toLowerCase());
}
function optionsOf2(words) {
  const options = { ...NO_OPTIONS };
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!/^-[a-zA-Z]+$/.test(word)) continue;
    if (word.includes("e")) options.errexit = true;
    if (word.includes("u")) options.nounset = true;
    if (!word.includes("o")) continue;
    const name = words[index + 1] ?? "";
    if (Object.hasOwn(options, name)) options[name] = true;
  }
  return options;
}
function shebangOf(text) {
  const match = /^#![ \t]*(\S[^\n]*)/.exec(text);
  return match?.[1]?.trim().split(/\s+/);
}

// src/scripts/sources/stand-ins.ts
var OUTSIDE = { before: "${", after: "}" };
var IN_SINGLE_QUOTES = [
  { before: `'"\${`, after: `}"'` },
  { before: `'\${`, after: `}'` }
];
var MOST_TRIES = 40;
function fillIn(source, holes) {
  const filledIn = /* @__PURE__ */ new Map();
  if (holes.length === 0) return { source, filledIn };
  const kindAt2 = quotingIn(source, holes);
  const used = namesOutside(source, holes);
  const parts = [];
  let done = 0;
  for (const { start, end, text } of holes) {
    const frames = kindAt2(start) === "single" ? IN_SINGLE_QUOTES : [];
    const fits = (frame) => lengthOf(frame) < end - start;
    const { before, after } = frames.find(fits) ?? OUTSIDE;
    const length = end - start - before.length - after.length;
    const name = nameFor(text, length, used, filledIn);
    filledIn.set(name ?? "_".repeat(length), name === void 0 ? [unknown("filled in")] : text);
    parts.push(source.slice(done, start), before, name ?? "_".repeat(length), after);
    done = end;
  }
  parts.push(source.slice(done));
  return { source: parts.join(""), filledIn, written: (from, to) => source.slice(from, to) };
}
function namesOutside(source, holes) {
  const parts = holes.map(({ start }, index) => source.slice(holes[index - 1]?.end ?? 0, start));
  parts.push(source.slice(holes.at(-1)?.end ?? 0));
  return new Set(parts.join(" ").match(/[A-Za-z_]\w*/g));
}
function lengthOf({ before, after }) {
  return before.length + after.length;
}
function nameFor(text, length, used, taken) {
  const readable = shown(text).slice(0, 2 * length).replace(/[^A-Za-z0-9_]+/g, "_").replace(/^_/, "");
  const start = /^[A-Za-z]/.test(readable) ? readable : `v_${readable}`;
  for (let number = 0; number < MOST_TRIES; number++) {
    const suffix = number === 0 ? "" : number.toString(36);
    if (suffix.length >= length) return void 0;
    const name = start.slice(0, length - suffix.length).padEnd(length - suffix.length, "_") + suffix;
    const other = taken.get(name);
    if (other === void 0 ? !used.has(name) : shown(other) === shown(text)) return name;
  }
  return void 0;
}

// src/scripts/sources/ansible-task.ts
function readTask(play, task) {
  const inner = innerPlay(play, task);
  const blocks = ["block", "rescue", "always"].flatMap((name) => task.at(name).items());
  for (const each of blocks) readTask(inner, each);
  for (const [key, value] of task.members()) {
    const module = modules.find((each) => isNamed(each, key));
    const args = argumentsOf(task, value);
    if (module !== void 0) readModule(inner, task, { module, key, args });
    else if (commands2.some((each) => isNamed(each, key))) readCommand2(inner, task, { key, args });
    else if (isNamed({ name: "ansible.builtin.stat" }, key)) remember2(inner, task, args);
  }
}
function innerPlay(play, task) {
  const variables = withVariables(play.variables, task.at("vars"));
  const delegated = task.at("delegate_to").text;
  const local = delegated !== void 0 && /^(?:localhost|127\.0\.0\.1)$/.test(delegated);
  const host = delegated === void 0 ? play.host : local ? { kind: "local" } : { kind: "ssh", name: shown(jinja(delegated, variables)) };
  const when = task.at("when");
  const texts = [when, ...when.items()].flatMap(({ text }) => text ?? []);
  return { ...play, host, variables, guards: [...play.guards, ...texts.map((text) => guardOf(play, text))] };
}
function guardOf({ asked: asked2 }, text) {
  const exists = /^(not\s+)?(\w+)\.stat\.exists(\s*==\s*false)?$/i.exec(text.trim());
  const path = exists === null ? void 0 : asked2.get(exists[2]);
  if (exists === null || path === void 0) return { kind: "condition", text };
  return { kind: exists[1] || exists[3] ? "missing" : "exists", path, text };
}
function remember2({ variables, asked: asked2 }, task, { get }) {
  const name = task.at("register").text;
  const path = get("path");
  if (name !== void 0 && path !== void 0) asked2.set(name, locate(HOME, jinja(path, variables)));
}
function argumentsOf(task, own) {
  const pairs = typeof own.value === "string" ? pairsOf(own.value) : /* @__PURE__ */ new Map();
  const node = (name) => own.at(name).value === void 0 ? task.at("args", name) : own.at(name);
  return { get: (name) => pairs.get(name) ?? node(name).text, node, own };
}
function readModule(play, task, { module, key, args }) {
  const doing = module.does(args.get);
  const named3 = module.target.find((name) => args.get(name) !== void 0);
  if (doing === void 0 || named3 === void 0) return;
  const rounds = roundsOf(task, play.variables);
  const host = args.get("mode") === "pull" && key.endsWith("synchronize") ? { kind: "local" } : play.host;
  const from = module.source.map((name) => args.get(name)).find((text) => text !== void 0);
  const made = rounds.map((variables) => {
    const source = from === void 0 ? void 0 : jinja(from, variables);
    const target = jinja(args.get(named3), variables);
    const inside2 = doing.op === "replace" && knownEnd(target).endsWith("/") && source !== void 0;
    const path = inside2 ? joined(target, ["/"], [shown(source).replace(/^.*\//, "")]) : target;
    return { path: locate(HOME, path), source, creates: args.get("creates") };
  });
  const place2 = args.own.place();
  const end = Math.max(place2.line, ...args.own.members().map(([, node]) => node.place().line));
  for (let at = 0; at < made.length; at += 4) {
    const part = made.slice(at, at + 4);
    play.found.effects.push(
      directEffect({
        script: play.script,
        place: place2,
        endLine: end,
        command: key,
        text: `${key}: ${args.get(named3)}`,
        op: doing.op,
        paths: part.map(({ path }) => path),
        tree: doing.tree ?? false,
        sources: part.flatMap(
          ({ source }) => source === void 0 ? [] : [sourceOf(play, module, args, source)]
        ),
        host,
        surroundings: "server",
        guards: [...play.guards, ...keeps(play, args, doing.missing, part[0].path)],
        rule: doing.rule,
        page: pageOf(module),
        declaredOnly: true,
        safer: [{ kind: "advice", text: ADVICE }],
        ...contentOf2(args),
        ...backupOf2(args)
      })
    );
  }
}
var ADVICE = "Add `backup: true`, or `force: false` where an existing file has to stay.";
function keeps(play, args, missing, path) {
  const creates = args.get("creates");
  const guards = missing === void 0 ? [] : [{ kind: "missing", path, text: missing }];
  if (creates === void 0) return guards;
  const created = locate(HOME, jinja(creates, play.variables));
  return [...guards, { kind: "missing", path: created, text: `creates: ${creates}` }];
}
function contentOf2({ get }) {
  const text = get("content");
  return text === void 0 ? {} : { content: { unset: [], text: text.slice(0, 4e3), unrestricted: false } };
}
function backupOf2({ get, node, own }) {
  const backup = get("backup");
  if (!isTrue(backup)) return {};
  const { line } = node("backup").value === void 0 ? own.place() : node("backup").place();
  return { backup: { line, text: `backup: ${backup}` } };
}
function sourceOf({ script }, { folder }, { get }, source) {
  if (isTrue(get("remote_src")) || knownStart(source).startsWith("/")) return locate(HOME, source);
  const directory2 = directoryOf(script);
  const role = /^(.*?)\/?(?:tasks|handlers)(?:\/|$)/.exec(directory2)?.[1];
  const base = role === void 0 || folder === void 0 ? directory2 : `${role}/${folder}`.replace(/^\//, "");
  return locate(inCheckout(base), source);
}
function readCommand2(play, task, { key, args }) {
  const node = args.own.text === void 0 ? args.node("cmd") : args.own;
  const words = args.node("argv").items().flatMap(({ text: text2 }) => text2 ?? []);
  const text = node.text ?? words.map(shellQuoted).join(" ");
  if (text.trim() === "") return;
  const { source, holes } = jinjaHoles(text, play.variables);
  const shell2 = commands2.some((each) => each.shell && isNamed(each, key));
  const command3 = asShell(source, { shell: shell2, free: args.own.text !== void 0 });
  const filled2 = fillIn(
    command3,
    holes.filter(({ start, end }) => command3.slice(start, end).trim() !== "")
  );
  const directory2 = args.get("chdir");
  play.found.units.push({
    ...filled2,
    written: (from, to) => text.slice(from, to),
    script: play.script,
    label: [play.label, `task ${task.at("name").text ?? key}`].filter((part) => part !== "").join(", "),
    place: node.text === void 0 ? () => args.own.place() : node.placeIn,
    directory: directory2 === void 0 ? HOME : locate(HOME, jinja(directory2, play.variables)),
    variables: filled2.filledIn,
    host: play.host,
    surroundings: "server",
    options: NO_OPTIONS,
    adds: { guards: [...play.guards, ...keeps(play, args, void 0, [])], declaredOnly: true }
  });
}
function asShell(source, { shell: shell2, free }) {
  const text = free ? withoutPairs(source) : source;
  return shell2 ? text : text.replace(/[()<>|&;]/g, "_");
}

// src/scripts/sources/found.ts
function nothing() {
  return { units: [], effects: [], notRead: [] };
}

// src/scripts/sources/yaml-scalar.ts
function scalarOffsets(text, start, value) {
  const at = behindProperties(text, start);
  const style = text[at] ?? "";
  if (style === "*") return aliased(text, at, value);
  const offsets = new Int32Array(value.length + 1);
  const done = style === "|" || style === ">" ? alignBlock(text, blockStart(text, at), value, offsets) : alignFlow(text, at, style, value, offsets);
  return done ? offsets : void 0;
}
function behindProperties(text, start) {
  const property = /[&!][^\s]*\s+/y;
  property.lastIndex = start;
  while (property.test(text)) start = property.lastIndex;
  return start;
}
function aliased(text, at, value) {
  const name = /\*([^\s,[\]{}]+)/y;
  name.lastIndex = at;
  const found3 = name.exec(text);
  if (found3 === null) return void 0;
  const anchor = `&${found3[1]}`;
  for (let before = text.lastIndexOf(anchor, at); before > 0; before = text.lastIndexOf(anchor, before - 1)) {
    const alone = /\s/.test(text[before + anchor.length] ?? "") && /\s/.test(text[before - 1]);
    if (!alone || text[behindProperties(text, before)] === "*") continue;
    const offsets = scalarOffsets(text, before, value);
    if (offsets !== void 0) return offsets;
  }
  return void 0;
}
function blockStart(text, header) {
  const end = text.indexOf("\n", header);
  return end === -1 ? text.length : end + 1;
}
function alignBlock(text, start, value, offsets) {
  let at = start;
  for (let index = 0; index < value.length; ) {
    const end = runEnd(value, index);
    const runAt = at;
    at = runEnd(text, at);
    if (end > index) alignRun(text, [runAt, at], value, [index, end], offsets);
    for (index = end; index < value.length && !isBlank(value[index]); index++, at++) {
      if (value[index] !== text[at]) return false;
      offsets[index] = at;
    }
  }
  offsets[value.length] = at;
  return true;
}
function alignRun(text, [from, to], value, [index, end], offsets) {
  const lastBreak = value.slice(index, end).lastIndexOf("\n");
  const first = index === 0;
  const broken = first || text.slice(from, to).includes("\n");
  const folded = broken && !first && lastBreak === -1;
  const tail = broken && !folded ? index + lastBreak + 1 : end;
  let at = from;
  for (let each = index; each < end; each++) {
    if (each < tail && (value[each] === "\n" || folded && each === end - 1)) {
      const next = text.indexOf("\n", at);
      if (next !== -1 && next < to) at = next;
    }
    offsets[each] = each < tail ? at : to - (end - each);
    at += 1;
  }
}
function runEnd(text, from) {
  let at = from;
  while (at < text.length && isBlank(text[at])) at += 1;
  return at;
}
function isBlank(character) {
  return character === " " || character === "\n" || character === "	" || character === "\r";
}
var ESCAPES = { x: 4, u: 6, U: 10 };
function alignFlow(text, start, style, value, offsets) {
  const double = style === '"';
  const single = style === "'";
  let at = double || single ? start + 1 : start;
  let index = 0;
  while (index < value.length) {
    const character = text[at];
    if (character === void 0) return false;
    const end = isBlank(character) ? runEnd(text, at) : at;
    const breaks = end === at ? 0 : text.slice(at, end).split("\n").length - 1;
    if (breaks > 0) {
      for (let made = 0; made < Math.max(1, breaks - 1); made++) offsets[index++] = at;
      at = end;
    } else if (double && character === "\\") {
      const next = text[at + 1] ?? "";
      if (next === "\n" || next === "\r") {
        at = runEnd(text, at + 1);
        continue;
      }
      const units = next === "U" && value.codePointAt(index) > 65535 ? 2 : 1;
      for (let unit = 0; unit < units; unit++) offsets[index++] = at;
      at += ESCAPES[next] ?? 2;
    } else {
      if (character !== value[index]) return false;
      offsets[index++] = at;
      at += single && character === "'" ? 2 : 1;
    }
  }
  offsets[value.length] = at;
  return true;
}

// src/scripts/sources/yaml.ts
function readYaml(text) {
  const parsed = parse(text);
  if (!parsed.ok) {
    const { code, detail, place: place2 } = parsed.problem;
    return { notRead: { reason: code === "syntax" ? "syntax" : "limit", place: place2, detail } };
  }
  const lines = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
  const file = { text, lines, find: placeFinder(text), place: parsed.place };
  return { documents: parsed.values.map((value, document) => nodeOf(file, value, document, "")) };
}
function nodeOf(file, value, document, pointer) {
  const node = (inner, key) => nodeOf(file, inner, document, child(pointer, key));
  let aligned;
  const self = {
    value,
    text: textOf(value),
    at: (...keys) => keys.reduce((from, key) => {
      const inner = isObject(from.value) && Object.hasOwn(from.value, key) ? from.value[key] : void 0;
      return from === self ? node(inner, key) : from.at(key);
    }, self),
    items: () => Array.isArray(value) ? value.map((item2, index) => node(item2, index)) : [],
    members: () => isObject(value) ? Object.keys(value).map((name) => [name, node(value[name], name)]) : [],
    place: () => file.place(pointer, document, "key") ?? START,
    placeIn: (offset) => {
      aligned ??= align(file, file.place(pointer, document, "value") ?? START, textOf(value) ?? "");
      return aligned(offset);
    }
  };
  return self;
}
function align(file, place2, value) {
  const offsets = scalarOffsets(file.text, file.lines[place2.line - 1] + place2.column - 1, value);
  if (offsets === void 0) return () => place2;
  return (offset) => file.find(offsets[Math.min(offset, offsets.length - 1)]);
}
var START = { line: 1, column: 1 };
function textOf(value) {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : void 0;
}

// src/scripts/sources/ansible.ts
var YAML = /\.ya?ml$/;
var FOLDER = /(?:^|\/)(?:tasks|handlers|playbooks?|ansible)\//;
var PLAYBOOK = /(?:^|\/)(?:site|playbook|provision)[\w-]*\.ya?ml$/;
var PLAYS = /^(?:- | {2})(?:hosts|ansible\.builtin\.import_playbook|import_playbook)\s*:/m;
var NAMES = [...modules, ...commands2].map(({ name }) => name.slice(name.lastIndexOf(".") + 1)).join("|");
var TASKS = new RegExp(`^ *(?:- )?(?:[a-z]+\\.[a-z]+\\.)?(?:${NAMES}|block)\\s*:`, "m");
var ansible = {
  mayBe: (path) => YAML.test(path) && (FOLDER.test(path) || PLAYBOOK.test(path)),
  is: (path, text) => YAML.test(path) && /^- /m.test(text) && (PLAYS.test(text) || ansible.mayBe(path) && TASKS.test(text)),
  extract
};
function extract(path, text) {
  const read = readYaml(text);
  if ("notRead" in read) return { units: [], effects: [], notRead: [read.notRead] };
  const found3 = nothing();
  const outside = {
    script: path,
    label: "",
    host: { kind: "ssh" },
    variables: /* @__PURE__ */ new Map(),
    guards: [],
    asked: /* @__PURE__ */ new Map(),
    found: found3
  };
  for (const document of read.documents) {
    for (const item2 of document.items()) {
      if (item2.at("hosts").value === void 0) readTask(outside, item2);
      else readPlay(outside, item2);
    }
  }
  return found3;
}
function readPlay(outside, node) {
  const variables = withVariables(/* @__PURE__ */ new Map(), node.at("vars"));
  const hosts = [node.at("hosts"), ...node.at("hosts").items()].flatMap(({ text }) => text ?? []).join(",");
  const local = node.at("connection").text === "local" || /^(?:localhost|127\.0\.0\.1)$/.test(hosts);
  const host = local ? { kind: "local" } : { kind: "ssh", name: shown(jinja(hosts, variables)) };
  const play = {
    ...outside,
    label: `play ${node.at("name").text ?? hosts}`,
    host,
    variables,
    asked: /* @__PURE__ */ new Map()
  };
  for (const name of ["pre_tasks", "tasks", "post_tasks", "handlers"]) {
    for (const task of node.at(name).items()) readTask(play, task);
  }
}

// src/scripts/sources/dockerfile.ts
var import_dockerfile_ast = __toESM(require_main(), 1);

// src/scripts/sources/dockerfile-stage.ts
function argumentsOf2({ lineStart, text }, instruction) {
  const range = instruction.getArgumentsRange();
  if (range === null) return void 0;
  const start = lineStart(range.start.line) + range.start.character;
  const end = lineStart(range.end.line) + range.end.character;
  return { start, end, text: text.slice(start, end) };
}
function wordsOfList(text) {
  if (!text.startsWith("[")) return void 0;
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) && list.every((word) => typeof word === "string") ? list : void 0;
  } catch {
    return void 0;
  }
}
function expand(source, variables) {
  const parts = [];
  let done = 0;
  for (const match of source.matchAll(/\\\$|\$(?:(\w+)|\{(\w+)(?:(:[-+])([^{}]*))?\})/g)) {
    const [whole2, bare, braced, operator, word = ""] = match;
    const name = bare ?? braced;
    const value = name === void 0 ? void 0 : variables.get(name);
    const other = operator === ":-" ? [word] : [unknown(name ?? "")];
    const filled2 = operator === ":+" ? value === void 0 ? [] : [word] : value ?? other;
    parts.push([source.slice(done, match.index)], name === void 0 ? ["$"] : filled2);
    done = match.index + whole2.length;
  }
  return joined(...parts, [source.slice(done)]);
}

// src/scripts/sources/dockerfile-copy.ts
var CONFIGURATION = /\.(?:conf|cfg|cnf|config|ini|ya?ml|json|toml|xml|properties|env|rules|htaccess)$|(?:^|\/)\.env(?:\.[\w-]+)?$/i;
var BUILD_FILE = /(?:^|\/)(?:package|package-lock|npm-shrinkwrap|composer|tsconfig[\w.-]*|jsconfig|lerna|nx|turbo|angular|pom|Cargo|pyproject|pnpm-(?:lock|workspace)|deno|bower)\.(?:json|xml|toml|ya?ml)$/i;
var CONFIGURATION_DIRECTORY = /^\/etc(?:\/|$)|(?:^|\/)(?:config|conf|settings|[\w.-]+\.d)$/i;
var ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz|zst))$/i;
function readCopies(reading, stage, instruction) {
  const args = argumentsOf2(reading, instruction);
  const words = wordsOfList(args?.text ?? "") ?? plainWords(instruction, args?.text ?? "");
  const destination2 = words.at(-1);
  if (args === void 0 || destination2 === void 0 || words.length < 2) return;
  const target = expand(destination2, stage.variables);
  const intoDirectory = knownEnd(target).endsWith("/") || /(?:^|\/)\.$/.test(destination2) || words.length > 2;
  for (const word of words.slice(0, -1)) {
    const copy = copyOf(instruction, word);
    const source = expand(copy.name, stage.variables);
    const effect = effectOf(copy, source, { path: locate(stage.directory, target), intoDirectory });
    if (effect !== void 0) reading.found.effects.push(described(reading, instruction, effect));
  }
}
function plainWords(instruction, text) {
  if (hasHeredoc(instruction)) return text.slice(0, text.indexOf("\n")).trim().split(/\s+/);
  return instruction.getArguments().map((argument) => argument.getValue());
}
function hasHeredoc(instruction) {
  return instruction.getHeredocs().length > 0;
}
function copyOf(instruction, word) {
  const heredoc = /^<<-?["']?(\w+)["']?$/.exec(word);
  const from = instruction.getFlags().find((flag) => flag.getName() === "from")?.getValue();
  return {
    name: heredoc?.[1] ?? word,
    heredoc: heredoc !== null,
    add: instruction.getKeyword() === "ADD",
    from: from ?? void 0
  };
}
function effectOf(copy, source, target) {
  const shownName = shown(source).replace(/\/+$/, "");
  const name = baseName(shownName);
  const isUrl = copy.add && /^(?:https?|git):/.test(knownStart(source));
  const sources2 = copy.heredoc || isUrl ? [] : [sourceOf2(copy, source)];
  if (copy.add && !isUrl && ARCHIVE.test(name)) {
    const written = {
      op: "extract",
      rule: "extract-over-live-tree",
      sources: sources2,
      paths: [target.path],
      tree: true
    };
    return isConfigurationDirectory(target.path) ? { ...written, paths: [...written.paths] } : void 0;
  }
  const isFile4 = copy.heredoc || /.\.\w/.test(name) && !knownEnd(source).endsWith("/");
  const targetName2 = shown(target.path);
  const isTree = !isFile4 && (target.intoDirectory || !/[^/]\.[A-Za-z]\w*$/.test(targetName2));
  const path = isTree || !target.intoDirectory ? target.path : joined(target.path, ["/"], nameIn(source));
  const concerns = isTree ? isConfigurationDirectory(path) : isConfiguration(path);
  if (!concerns) return void 0;
  const rule = isUrl ? "download-over-config" : "copy-over-config";
  return { op: isTree ? "replace-tree" : "replace", rule, sources: sources2, paths: [path], tree: isTree };
}
function sourceOf2({ from }, source) {
  return from === void 0 ? locate([], knownStart(source).startsWith("/") ? trimmed(source) : source) : [unknown(`${from}:${shown(source)}`)];
}
function trimmed(source) {
  const [first = "", ...rest] = source;
  return typeof first === "string" ? joined([first.replace(/^\/+/, "")], rest) : source;
}
function nameIn(source) {
  const literal = literalOf(source);
  if (literal === void 0) return [unknown(shown(source))];
  const name = baseName(literal);
  return /[*?[]/.test(name) ? [{ name, is: "glob" }] : [name];
}
function isConfiguration(path) {
  const all = shown(path);
  if (CONFIGURATION_DIRECTORY.test(directoryOf(all))) return true;
  return CONFIGURATION.test(all) && !BUILD_FILE.test(all);
}
function isConfigurationDirectory(path) {
  return CONFIGURATION_DIRECTORY.test(shown(path));
}
function described(reading, instruction, written) {
  const { start, end } = instruction.getRange();
  const from = reading.lineStart(start.line) + start.character;
  const whole2 = reading.text.slice(from, reading.lineStart(end.line) + end.character);
  const keyword = instruction.getKeyword();
  return directEffect({
    ...written,
    script: reading.script,
    place: reading.place(from),
    endLine: end.line + 1,
    command: keyword,
    text: hasHeredoc(instruction) ? whole2.slice(0, whole2.indexOf("\n")) : whole2,
    host: { kind: "container", name: "image" },
    surroundings: "ephemeral",
    page: `https://docs.docker.com/reference/dockerfile/#${keyword.toLowerCase()}`
  });
}

// src/scripts/sources/dockerfile-run.ts
function readCommands(reading, stage, instruction) {
  const args = argumentsOf2(reading, instruction);
  if (args === void 0) return;
  const words = wordsOfList(args.text);
  if (words !== void 0) readList(reading, stage, { instruction, start: args.start, words });
  else readShellForm(reading, stage, instruction, args);
}
function readShellForm(reading, stage, instruction, args) {
  const shell2 = stage.windows ? { unread: "cmd" } : shellOf(stage.shell);
  const heredocs = instruction.getKeyword() === "RUN" ? instruction.getHeredocs() : [];
  if (heredocs.some((heredoc) => heredoc.getDelimiterRange() === null)) {
    const detail = "a heredoc without its end";
    reading.found.notRead.push({ reason: "syntax", place: placeOf(reading, instruction), detail });
  }
  const content = heredocs.length === 1 && /^<<-?(["']?)\w+\1[ \t]*(?:\n|$)/.test(args.text) ? heredocs[0] : void 0;
  if (content === void 0) {
    add(reading, stage, instruction, {
      shell: shell2,
      source: joinedLines(args.text, reading.escape),
      start: args.start
    });
    return;
  }
  const range = content.getContentRange();
  if (range === null) return;
  const start = reading.lineStart(range.start.line) + range.start.character;
  const end = reading.lineStart(range.end.line) + range.end.character;
  const source = reading.text.slice(start, end);
  const shebang = shebangOf(source);
  add(reading, stage, instruction, {
    shell: shebang === void 0 ? shell2 : shellOf(shebang),
    source,
    start
  });
}
function readList(reading, stage, { instruction, start, words }) {
  const shell2 = shellOf(words);
  const at = words.findIndex((word) => /^-[a-z]*c$/i.test(word));
  const source = words[at + 1];
  if ("unread" in shell2 && !isShellName(shell2.unread)) {
    if (instruction.getKeyword() !== "RUN") return;
    const options = { errexit: false, pipefail: false, nounset: false };
    add(reading, stage, instruction, { shell: { options }, source: words.map(shellQuoted).join(" ") });
  } else if ("unread" in shell2) {
    add(reading, stage, instruction, { shell: shell2, source: "" });
  } else if (at !== -1 && source !== void 0) {
    const quote = startOfWord(reading.text, start, at + 1);
    const offsets = scalarOffsets(reading.text, quote, source);
    add(reading, stage, instruction, { shell: shell2, source, ...offsets === void 0 ? {} : { offsets } });
  }
}
function startOfWord(text, start, index) {
  const words = /"(?:[^"\\]|\\.)*"/y;
  let at = start + 1;
  for (let word = 0; ; word++) {
    while (text[at] !== '"' && at < text.length) at += 1;
    if (word === index) return at;
    words.lastIndex = at;
    if (!words.test(text)) return start;
    at = words.lastIndex;
  }
}
function add(reading, stage, instruction, piece) {
  const own = placeOf(reading, instruction);
  const { shell: shell2, source, start, offsets } = piece;
  if ("unread" in shell2) {
    reading.found.notRead.push({ reason: "shell", place: own, detail: shell2.unread });
    return;
  }
  const place2 = (offset) => {
    if (start !== void 0) return reading.place(start + offset);
    return offsets === void 0 ? own : reading.place(offsets[Math.min(offset, offsets.length - 1)]);
  };
  reading.found.units.push({
    script: reading.script,
    label: `${instruction.getKeyword()} on line ${own.line}`,
    source,
    place: place2,
    ...start === void 0 ? {} : { written: (from, to) => reading.original.slice(start + from, start + to) },
    directory: stage.directory,
    variables: new Map(stage.variables),
    host: { kind: "container", name: "image" },
    surroundings: "ephemeral",
    options: shell2.options
  });
}
function placeOf(reading, instruction) {
  const { line, character } = instruction.getRange().start;
  return reading.place(reading.lineStart(line) + character);
}
function joinedLines(text, continuation) {
  if (!text.includes("\n")) return text;
  const ending = new RegExp(`\\${continuation}[ \\t]*$`);
  let continued = false;
  return text.split("\n").map((line, index, lines) => {
    const last = index === lines.length - 1;
    if (continued && !last && /^\s*(?:#.*)?$/.test(line)) return " ".repeat(line.length + 1);
    const continues = ending.exec(line);
    continued = continues !== null;
    if (last) return line;
    if (continues === null) return `${line}
`;
    return `${line.slice(0, continues.index)}${" ".repeat(line.length - continues.index - 1)}\\
`;
  }).join("");
}

// src/scripts/sources/dockerfile.ts
var NAME = /^(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.(?:dockerfile|containerfile)$/i;
var ABOUT = /\.(?:md|txt|rst|dockerignore|py|js|ts|go|rb|sh|ya?ml|json)$/i;
var WINDOWS = /windows|nanoserver|servercore/i;
var dockerfile = {
  mayBe: (path) => NAME.test(baseName(path)) && !ABOUT.test(path),
  is: (path) => dockerfile.mayBe(path),
  extract: extract2
};
function extract2(path, original) {
  const found3 = nothing();
  const template = isTemplate(path) ? templateHoles(path, original) : { source: original, holes: [] };
  const { source: text, filledIn } = fillIn(template.source, template.holes);
  const parsed = import_dockerfile_ast.DockerfileParser.parse(text);
  const starts = lineStarts(text);
  const reading = {
    script: path,
    text,
    original: template.source,
    escape: parsed.getEscapeCharacter(),
    place: placeFinder(text),
    lineStart: (line) => starts[line] ?? text.length,
    found: found3
  };
  const stages = /* @__PURE__ */ new Map();
  const outside = /* @__PURE__ */ new Map();
  let stage = newStage(filledIn);
  for (const instruction of parsed.getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword !== "FROM") readers.get(keyword)?.(reading, stage, instruction, outside);
    else stage = beginStage(instruction, { stages, outside, filledIn, before: stage.variables });
  }
  return found3;
}
function newStage(variables) {
  return { directory: ["/"], variables: new Map(variables), shell: ["/bin/sh", "-c"], windows: false };
}
function beginStage(from, { stages, outside, before, filledIn }) {
  if (stages.size === 0) for (const [name, value] of before) outside.set(name, value);
  const image = from.getImage() ?? "";
  const base = stages.get(image.toLowerCase());
  const platform = from.getPlatformFlag()?.getValue() ?? "";
  const stage = base === void 0 ? { ...newStage(filledIn), windows: WINDOWS.test(image) || WINDOWS.test(platform) } : { ...base, variables: new Map(base.variables) };
  stages.set((from.getBuildStage() ?? String(stages.size)).toLowerCase(), stage);
  return stage;
}
var readers = /* @__PURE__ */ new Map([
  ["ARG", (_, stage, instruction, outside) => setArgument(stage, instruction, outside)],
  ["ENV", (_, stage, instruction) => setVariables(stage, instruction)],
  ["WORKDIR", setDirectory],
  ["SHELL", setShell],
  ["RUN", readCommands],
  ["CMD", readCommands],
  ["ENTRYPOINT", readCommands],
  ["COPY", readCopies],
  ["ADD", readCopies],
  ["ONBUILD", readTrigger]
]);
function readTrigger(reading, stage, instruction, outside) {
  const trigger = instruction.getTriggerInstruction();
  if (trigger === null || trigger.getKeyword() === "ONBUILD") return;
  readers.get(trigger.getKeyword())?.(reading, stage, trigger, outside);
}
function setDirectory(reading, stage, instruction) {
  const path = (argumentsOf2(reading, instruction)?.text ?? "").replace(/^(["'])(.*)\1$/, "$2");
  stage.directory = locate(stage.directory, expand(path, stage.variables));
}
function setShell(reading, stage, instruction) {
  stage.shell = wordsOfList(argumentsOf2(reading, instruction)?.text ?? "") ?? stage.shell;
  stage.windows = false;
}
function setArgument(stage, instruction, outside) {
  const property = instruction.getProperty();
  if (property === null) return;
  const name = property.getName();
  const value = property.getValue();
  if (stage.variables.has(name) && value === null) return;
  stage.variables.set(
    name,
    value === null ? outside.get(name) ?? [unknown(name)] : expand(value, stage.variables)
  );
}
function setVariables(stage, instruction) {
  const before = new Map(stage.variables);
  for (const property of instruction.getProperties()) {
    stage.variables.set(property.getName(), expand(property.getValue() ?? "", before));
  }
}

// src/scripts/sources/make-read.ts
var ASSIGNMENT = /^([A-Za-z_.][\w.-]*)\s*(:{1,3}|\?|\+|!)?=\s*(.*)$/s;
var MODIFIERS = /^(?:(?:override|private|export)\s+)+/;
var DIRECTIVE = /^(?:-?include|sinclude|\.include|vpath|undefine|unexport|load|-load|\.(?:if|else|elif|endif|for|endfor|error|warning|info|undef)\w*)\b|^[$@]/;
function readMakefile(text) {
  const reader2 = {
    variables: /* @__PURE__ */ new Map(),
    own: /* @__PURE__ */ new Map(),
    exported: /* @__PURE__ */ new Set(),
    exportsAll: false,
    oneShell: /^\.ONESHELL\s*:/m.test(text),
    rules: [],
    odd: [],
    text,
    prefix: "	",
    conditions: 0,
    rule: void 0
  };
  for (let at = 0; at < text.length; ) {
    const end = logicalEnd(text, at);
    if (reader2.rule !== void 0 && text.startsWith(reader2.prefix, at) && end > at + 1) {
      reader2.rule.recipe.push({ start: at + reader2.prefix.length, end });
      at = end + 1;
    } else {
      at = readLine(reader2, at, end);
    }
  }
  return reader2;
}
function logicalEnd(text, start) {
  for (let at = start; ; ) {
    const end = text.indexOf("\n", at);
    if (end === -1) return text.length;
    let slashes = 0;
    while (end - 1 - slashes >= start && text[end - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}
function readLine(reader2, start, end) {
  const raw = reader2.text.slice(start, end);
  const line = withoutComment(raw.replace(/\s*\\\n\s*/g, " ")).trim();
  const definition = /^(?:override\s+|export\s+)*define\s+([^\s=]+)/.exec(line);
  if (definition !== null) return skipDefinition(reader2, definition[1], end);
  if (/^(?:ifeq|ifneq|ifdef|ifndef)\b/.test(line)) reader2.conditions += 1;
  else if (/^endif\b/.test(line)) reader2.conditions = Math.max(0, reader2.conditions - 1);
  else if (line !== "" && !/^else\b/.test(line) && !DIRECTIVE.test(line))
    readStatement(reader2, line, start, raw);
  else if (DIRECTIVE.test(line)) readOddRule(reader2, line, start, raw);
  return end + 1;
}
function readOddRule(reader2, line, start, raw) {
  if (line.startsWith("$") && colonOf(line) !== -1) readRule(reader2, line, start, raw);
}
function withoutComment(line) {
  const comment = /(?<!\\)#/.exec(line);
  return comment === null ? line : line.slice(0, comment.index);
}
function skipDefinition(reader2, name, end) {
  reader2.variables.set(name, void 0);
  reader2.rule = void 0;
  const close = /^[ \t]*endef\b[^\n]*$/gm;
  close.lastIndex = end;
  return close.test(reader2.text) ? close.lastIndex + 1 : reader2.text.length;
}
function readStatement(reader2, line, start, raw) {
  const modifiers = MODIFIERS.exec(line)?.[0] ?? "";
  const assignment = ASSIGNMENT.exec(line.slice(modifiers.length));
  const exports = /\bexport\b/.test(modifiers);
  if (assignment !== null) {
    const [, name = "", operator, value = ""] = assignment;
    if (name === ".RECIPEPREFIX") reader2.prefix = value.trim()[0] ?? "	";
    assign2(reader2, reader2.variables, { name, operator, value });
    if (exports) reader2.exported.add(name);
    reader2.rule = void 0;
  } else if (line === "export") {
    reader2.exportsAll = true;
  } else if (exports || /^export\b/.test(line)) {
    for (const name of line.slice("export".length).trim().split(/\s+/)) reader2.exported.add(name);
  } else {
    readRule(reader2, line, start, raw);
  }
}
function assign2({ conditions }, variables, { name, operator, value }) {
  const before = variables.get(name);
  if (operator === "!") variables.set(name, void 0);
  else if (operator === "+") variables.set(name, variables.has(name) ? appended(before, value) : value);
  else if (operator !== "?" || !variables.has(name)) {
    variables.set(name, conditions > 0 && before !== value ? void 0 : value);
  }
}
function appended(before, value) {
  return before === void 0 ? void 0 : `${before} ${value}`.trim();
}
function readRule(reader2, line, start, raw) {
  const colon = colonOf(line);
  if (colon === -1) {
    reader2.rule = void 0;
    reader2.odd.push(start);
    return;
  }
  const targets = line.slice(0, colon).replace(/&$/, "").trim();
  const rest = line.slice(colon).replace(/^:+/, "").trim();
  const own = ASSIGNMENT.exec(rest.replace(MODIFIERS, ""));
  if (own !== null) {
    const variables = reader2.own.get(targets) ?? /* @__PURE__ */ new Map();
    reader2.own.set(targets, variables);
    const [, name = "", operator, value = ""] = own;
    assign2(reader2, variables, { name, operator, value });
    return;
  }
  const semicolon = rest.indexOf(";");
  const prerequisites = (semicolon === -1 ? rest : rest.slice(0, semicolon)).replace(/^.*(?<!:):(?!:)/, "").trim();
  reader2.rule = { targets, prerequisites, recipe: [] };
  reader2.rules.push(reader2.rule);
  const inRaw = semicolon === -1 ? -1 : raw.indexOf(";");
  if (inRaw !== -1) reader2.rule.recipe.push({ start: start + inRaw + 1, end: start + raw.length });
}
function colonOf(line) {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === "(" || character === "{") depth += 1;
    else if (character === ")" || character === "}") depth -= 1;
    else if (character === ":" && depth <= 0 && line[at - 1] !== "\\") return at;
  }
  return -1;
}

// src/scripts/sources/make-variables.ts
var LONGEST2 = 2e3;
var LARGEST = 2e4;
function tokensOf(text) {
  const tokens = [];
  let done = 0;
  const add2 = (kind, start, end, inner) => {
    if (start > done) tokens.push({ kind: "literal", start: done, end: start, inner: "" });
    tokens.push({ kind, start, end, inner });
    done = end;
  };
  for (let at = text.indexOf("$"); at !== -1; at = text.indexOf("$", Math.max(done, at + 1))) {
    const next = text[at + 1];
    if (next === "$") add2("dollar", at, at + 2, "");
    else if (next === "(" || next === "{") {
      const end = closing(text, at + 1);
      if (end !== -1) add2("reference", at, end, text.slice(at + 2, end - 1));
    } else if (next !== void 0 && /\S/.test(next)) add2("reference", at, at + 2, next);
  }
  if (done < text.length) tokens.push({ kind: "literal", start: done, end: text.length, inner: "" });
  return tokens;
}
function closing(text, start) {
  const open = text[start];
  const close = open === "(" ? ")" : "}";
  let depth = 0;
  for (let at = start; at < text.length && at < start + LONGEST2; at++) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  return -1;
}
function createExpander(lookup) {
  const known = /* @__PURE__ */ new Map();
  const meaning2 = (inner) => {
    const before = known.get(inner);
    if (before !== void 0) return before;
    const unresolved = [unknown(inner.replace(/\s+/g, " ").trim().slice(0, 80))];
    known.set(inner, unresolved);
    const value = lookup(inner);
    const text = typeof value === "string" ? expand2(value) : value;
    if (text === void 0 || sizeOf(text) > LARGEST) return unresolved;
    known.set(inner, text);
    return text;
  };
  const expand2 = (text) => joined(
    ...tokensOf(text).map((token) => {
      if (token.kind === "literal") return [text.slice(token.start, token.end)];
      return token.kind === "dollar" ? ["$"] : meaning2(token.inner);
    })
  );
  return { expand: expand2, meaning: meaning2 };
}
function sizeOf(text) {
  return text.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 1), 0);
}
function wordsOf2(text) {
  return splitAt(text, /\s+/).filter((word) => word.length > 0);
}
function automatic(targets, prerequisites) {
  const names2 = wordsOf2(targets);
  const before = wordsOf2(prerequisites).filter((word) => literalOf(word) !== "|");
  const target = names2.length === 1 ? withStem(names2[0]) : [unknown("@")];
  const all = before.flatMap(
    (word, index) => index === 0 ? withStem(word) : [" ", ...withStem(word)]
  );
  const first = withStem(before[0] ?? []);
  const values = [
    ["@", target],
    ["<", first],
    ["^", joined(all)],
    ["+", joined(all)],
    ["*", [unknown("*")]],
    ["?", [unknown("?")]],
    ["|", [unknown("|")]]
  ];
  for (const [name, value] of values.slice(0, 2)) {
    const literal = literalOf(value);
    const slash = literal?.lastIndexOf("/") ?? -1;
    if (literal === void 0) continue;
    values.push(
      [`${name}D`, [slash === -1 ? "." : literal.slice(0, slash)]],
      [`${name}F`, [literal.slice(slash + 1)]]
    );
  }
  return new Map(values);
}
function withStem(word) {
  return joined(
    ...word.map((part) => {
      if (typeof part !== "string" || !part.includes("%")) return [part];
      const [before = "", after = ""] = part.split("%", 2);
      return [before, unknown("%"), after];
    })
  );
}

// src/scripts/sources/make-recipe.ts
function recipeSource(text, lines, { meaning: meaning2 }) {
  const pieces2 = lines.flatMap((line, index) => [
    ...index === 0 ? [] : [{ text: "\n", start: line.start, end: line.start }],
    ...piecesOf(text, line, meaning2)
  ]);
  const filledIn = /* @__PURE__ */ new Map();
  const filled2 = withVariables2(pieces2, filledIn);
  const source = filled2.map((piece) => piece.text).join("");
  const offsets = new Int32Array(source.length + 1);
  const ends = new Int32Array(source.length + 1);
  let at = 0;
  for (const piece of filled2) {
    const same = piece.text.length === piece.end - piece.start && piece.hole === void 0;
    for (let index = 0; index < piece.text.length; index++, at++) {
      offsets[at] = same ? piece.start + index : piece.start;
      ends[at] = same ? piece.start + index + 1 : piece.end;
    }
  }
  offsets[at] = lines.at(-1)?.end ?? 0;
  const written = (from, to) => to > from ? text.slice(offsets[from], ends[to - 1]) : "";
  return { source, filledIn, offsets, written };
}
function piecesOf(text, { start, end }, meaning2) {
  const prefix = /^[\s@+-]*/.exec(text.slice(start, end))[0].length;
  const from = start + prefix;
  const line = text.slice(from, end);
  return tokensOf(line).flatMap((token) => {
    const at = { start: from + token.start, end: from + token.end };
    if (token.kind === "literal") return [{ text: line.slice(token.start, token.end), ...at }];
    if (token.kind === "dollar") return [{ text: "$", ...at }];
    return meaning2(token.inner).map(
      (part) => typeof part === "string" ? { text: part, ...at } : { text: "", hole: part, ...at }
    );
  });
}
function withVariables2(pieces2, filledIn) {
  if (pieces2.every((piece) => piece.hole === void 0)) return [...pieces2];
  const used = new Set(pieces2.flatMap((piece) => piece.text.match(/[A-Za-z_]\w*/g) ?? []));
  const draft = pieces2.map(
    (piece) => piece.hole === void 0 ? piece : { ...piece, text: `\${${nameFor2(piece.hole, used, filledIn)}}` }
  );
  const holes = [];
  let at = 0;
  for (const piece of draft) {
    if (piece.hole !== void 0) holes.push({ start: at, end: at + piece.text.length });
    at += piece.text.length;
  }
  const kindAt2 = quotingIn(draft.map((piece) => piece.text).join(""), holes);
  let hole = 0;
  return draft.map((piece) => {
    if (piece.hole === void 0) return piece;
    return kindAt2(holes[hole++].start) === "single" ? { ...piece, text: `'"${piece.text}"'` } : piece;
  });
}
var MOST_TRIES2 = 40;
function nameFor2(hole, used, filledIn) {
  const readable = hole.name.replace(/[^A-Za-z0-9_]+/g, "_").slice(0, 40);
  for (let number = 0; ; number++) {
    const name = `make_${readable}${number === 0 ? "" : `_${number}`}`;
    const [other] = filledIn.get(name) ?? [];
    const taken = typeof other === "object" && (other.name !== hole.name || other.is !== hole.is);
    if ((taken || used.has(name)) && number < MOST_TRIES2) continue;
    filledIn.set(name, taken ? [unknown("filled in")] : [hole]);
    return name;
  }
}

// src/scripts/sources/make.ts
var NAME2 = /^(?:GNU|BSD)?[Mm]akefile(?:\.[\w-]+)*$|\.(?:mk|mak|make)$/;
var ABOUT2 = /\.(?:md|txt|rst|py|js|ts|go|rb|sh|ya?ml|json|am)$/i;
var MOST_SOURCE = 16 * 1024 * 1024;
var make = {
  mayBe: (path) => NAME2.test(baseName(path)) && !ABOUT2.test(path),
  is: (path) => make.mayBe(path),
  extract: extract3
};
function extract3(path, text) {
  const found3 = nothing();
  const makefile = readMakefile(text);
  const place2 = placeFinder(text);
  for (const offset of makefile.odd) {
    found3.notRead.push({
      reason: "syntax",
      place: place2(offset),
      detail: "neither a rule nor an assignment"
    });
  }
  const directory2 = /\.(?:mk|mak|make)$/.test(path) ? "" : directoryOf(path);
  const reading = { path, text, makefile, place: place2, directory: directory2 };
  const unread = /* @__PURE__ */ new Set();
  let size = 0;
  for (const rule of makefile.rules) {
    const expander = expanderFor(reading, rule);
    const shell2 = shellFor(reading, expander);
    if ("unread" in shell2) {
      const [first] = rule.recipe;
      if (first === void 0 || unread.has(shell2.unread)) continue;
      unread.add(shell2.unread);
      found3.notRead.push({ reason: "shell", place: place2(first.start), detail: shell2.unread });
      continue;
    }
    const lines = makefile.oneShell ? [rule.recipe] : rule.recipe.map((line) => [line]);
    for (const recipe of lines) {
      const unit = recipe.length === 0 ? void 0 : unitOf(reading, { rule, recipe, expander, options: shell2.options });
      if (unit === void 0) continue;
      size += unit.source.length;
      if (size > MOST_SOURCE) {
        const detail = `recipes of more than ${MOST_SOURCE} characters`;
        found3.notRead.push({ reason: "limit", place: unit.place(0), detail });
        return found3;
      }
      found3.units.push(unit);
    }
  }
  return found3;
}
function expanderFor({ makefile, directory: directory2 }, rule) {
  const here = inCheckout(directory2);
  const global = (name) => makefile.variables.has(name) ? makefile.variables.get(name) : implicit(name, here);
  const outside = createExpander(global);
  const targets = outside.expand(rule.targets);
  const own = makefile.own.get(literalOf(targets) ?? rule.targets) ?? makefile.own.get(rule.targets);
  const automatics = automatic(targets, outside.expand(rule.prerequisites));
  return createExpander((name) => automatics.get(name) ?? (own?.has(name) ? own.get(name) : global(name)));
}
function implicit(name, here) {
  if (name === "CURDIR" || name === "PWD" || /^shell\s+pwd$/.test(name)) return here;
  if (name === "MAKE") return ["make"];
  if (name === "RM") return ["rm -f"];
  return void 0;
}
function shellFor({ makefile }, { meaning: meaning2 }) {
  const words = (name) => makefile.variables.has(name) ? literalOf(meaning2(name))?.trim().split(/\s+/) ?? [] : [];
  const named3 = words("SHELL");
  return shellOf([...named3.length === 0 ? ["/bin/sh"] : named3, ...words(".SHELLFLAGS")]);
}
function unitOf(reading, { rule, recipe, expander, options }) {
  const { source, filledIn, offsets, written } = recipeSource(reading.text, recipe, expander);
  if (source.trim() === "") return void 0;
  return {
    script: reading.path,
    label: `target ${shown(expander.expand(rule.targets)).slice(0, 80)}`,
    source,
    filledIn,
    written,
    place: (offset) => reading.place(offsets[Math.min(offset, offsets.length - 1)]),
    directory: reading.directory === "" ? [] : [reading.directory],
    variables: new Map([...exported(reading.makefile, expander), ...filledIn]),
    host: { kind: "local" },
    surroundings: "server",
    options
  };
}
function exported({ variables, exported: names2, exportsAll }, { meaning: meaning2 }) {
  return [...exportsAll ? variables.keys() : names2].map((name) => [name, meaning2(name)]);
}

// src/scripts/sources/shell.ts
var EXTENSION = /\.(sh|bash|dash|ash|command|[a-z]*ksh|zsh|fish|t?csh|ps1|psm1|bat|cmd|bats)$/i;
var READ_EXTENSIONS = /* @__PURE__ */ new Set(["sh", "bash", "dash", "ash", "command"]);
var NAMES2 = {
  ps1: "PowerShell",
  psm1: "PowerShell",
  pwsh: "PowerShell",
  powershell: "PowerShell",
  bat: "cmd"
};
var OTHER_LANGUAGE = /\.(?:md|rst|adoc|txt|html?|json|ya?ml|toml|py|js|mjs|cjs|ts|rb|pl|pm|php|go|rs|c|h|cc|cpp|java|lua|sql)$/i;
var shell = {
  mayBe: (path) => {
    const name = baseName(renderedName(path));
    return EXTENSION.test(name) || name === ".envrc";
  },
  is: (path, text) => shell.mayBe(path) || startsShell(path, text),
  extract: extract4
};
function startsShell(path, text) {
  const words = shebangOf(text);
  if (words === void 0 || OTHER_LANGUAGE.test(path)) return false;
  const interpreter = interpreterOf(text, words);
  return "options" in interpreter || isShellName(interpreter.unread);
}
function extract4(path, text) {
  const interpreter = shellOfFile(path, text);
  if ("unread" in interpreter) {
    const detail = NAMES2[interpreter.unread.toLowerCase()] ?? interpreter.unread;
    return { units: [], effects: [], notRead: [{ reason: "shell", place: { line: 1, column: 1 }, detail }] };
  }
  const { source, holes } = templateHoles(path, text);
  const filled2 = fillIn(source, holes);
  const unit = {
    ...filled2,
    script: path,
    place: placeFinder(text),
    directory: [],
    variables: filled2.filledIn,
    host: { kind: "local" },
    surroundings: "server",
    options: interpreter.options
  };
  return { units: [unit], effects: [], notRead: [] };
}
function shellOfFile(path, text) {
  const extension = EXTENSION.exec(renderedName(path))?.[1]?.toLowerCase();
  if (extension !== void 0 && !READ_EXTENSIONS.has(extension)) return { unread: extension };
  const words = shebangOf(text);
  if (words === void 0 || /\/(?:false|true|nologin)$/.test(words[0])) return { options: NO_OPTIONS };
  return interpreterOf(text, words);
}
function interpreterOf(text, words) {
  const interpreter = shellOf(words);
  if (!("unread" in interpreter) || interpreter.unread !== "nix-shell") return interpreter;
  const named3 = /^#![ \t]*nix-shell\b.*?\s-i\s+(\S+)/m.exec(text);
  return named3 === null ? interpreter : shellOf([named3[1]]);
}

// src/scripts/sources/expressions.ts
var LONGEST3 = 4e3;
function holesIn(source, scope) {
  const holes = [];
  const lastClose = source.lastIndexOf("}}");
  for (let at = source.indexOf("${{"); at !== -1 && at < lastClose; at = source.indexOf("${{", at)) {
    const end = endOf(source, at + 3);
    if (end === -1) {
      at += 3;
      continue;
    }
    holes.push({ start: at, end, text: meaning(source.slice(at + 3, end - 2).trim(), scope) });
    at = end;
  }
  return holes;
}
function endOf(source, start) {
  const within = source.slice(start, start + LONGEST3);
  for (let close = within.indexOf("}}"); close !== -1; close = within.indexOf("}}", close + 1)) {
    if (within.slice(0, close).split("'").length % 2 === 1) return start + close + 2;
  }
  return -1;
}
function evaluate(source, scope) {
  let done = 0;
  const parts = [];
  for (const { start, end, text } of holesIn(source, scope)) {
    parts.push([source.slice(done, start)], text);
    done = end;
  }
  return joined(...parts, [source.slice(done)]);
}
function meaning(expression2, { env, actionPath }) {
  const literal = /^'((?:[^']|'')*)'$/.exec(expression2);
  if (literal !== null) return [literal[1].replaceAll("''", "'")];
  const variable2 = /^env\.([\w-]+)$/.exec(expression2) ?? /^env\['([^']+)'\]$/.exec(expression2);
  const value = variable2 === null ? void 0 : env.get(variable2[1]);
  if (value !== void 0) return value;
  if (expression2 === "github.workspace") return [ROOT];
  if (expression2 === "github.action_path") return actionPath;
  if (expression2 === "runner.temp") return [RUNNER_TEMP];
  return [unknown(expression2.replace(/\s+/g, " ").slice(0, 80))];
}
var RUNNER_TEMP = { name: "RUNNER_TEMP", is: "temporary" };
var RUNNER_VARIABLES = new Map([
  ["GITHUB_WORKSPACE", [ROOT]],
  ["RUNNER_TEMP", [RUNNER_TEMP]],
  ...["ENV", "OUTPUT", "PATH", "STATE", "STEP_SUMMARY"].map((name) => [
    `GITHUB_${name}`,
    [{ name: `GITHUB_${name}`, is: "temporary" }]
  ])
]);

// src/scripts/sources/steps.ts
var KEYWORDS = {
  bash: { options: { errexit: true, pipefail: true, nounset: false } },
  sh: { options: { errexit: true, pipefail: false, nounset: false } }
};
var SSH_HOSTS = ["host", "hosts", "hostname", "remote_host", "server", "ip"];
var SSH_SCRIPTS = ["script", "command", "commands", "run", "execute"];
function readStep(job, step2, index, found3) {
  const env = withEnv(job.env, step2.at("env"), job.actionPath);
  const scope = { env, actionPath: job.actionPath };
  const label = `${job.label}, step ${step2.at("name").text ?? index + 1}`;
  const run = step2.at("run");
  const uses = step2.at("uses").text;
  if (typeof run.value === "string") readRun(job, step2, { run, scope, label }, found3);
  else if (uses !== void 0) readAction(job, step2, { uses, scope, label }, found3);
}
function readRun(job, step2, { run, scope, label }, found3) {
  const named3 = step2.at("shell").text ?? job.shell;
  const shell2 = named3 === void 0 ? job.standard : shellNamed(named3);
  if ("unread" in shell2) {
    found3.notRead.push({ reason: "shell", place: run.place(), detail: shell2.unread });
    return;
  }
  const directory2 = step2.at("working-directory").text ?? job.directory;
  found3.units.push({
    ...filledUnit(job, run, scope),
    label,
    directory: locate([], evaluate(directory2, scope)),
    host: job.host,
    surroundings: job.surroundings,
    options: shell2.options
  });
}
function shellNamed(named3) {
  const words = named3.trim().split(/\s+/);
  return words.length === 1 ? KEYWORDS[named3.trim()] ?? shellOf(words) : shellOf(words);
}
function filledUnit(job, run, scope) {
  const text = run.text ?? "";
  const filled2 = fillIn(text, holesIn(text, scope));
  return {
    ...filled2,
    script: job.script,
    place: run.placeIn,
    variables: new Map([...RUNNER_VARIABLES, ...scope.env, ...filled2.filledIn])
  };
}
function readAction(job, node, { uses, scope, label }, found3) {
  const step2 = { script: job.script, node, uses, evaluated: (source) => evaluate(source, scope) };
  found3.effects.push(...copyingEffects(step2));
  if (!/ssh|remote-command/.test(actionName(uses))) return;
  const script = inputOf2(node, SSH_SCRIPTS);
  if (typeof script?.value !== "string") return;
  const filled2 = filledUnit(job, script, scope);
  const passed = (inputOf2(node, ["envs"])?.text ?? "").split(/[,\s]+/);
  found3.units.push({
    ...filled2,
    label,
    variables: new Map([...[...scope.env].filter(([name]) => passed.includes(name)), ...filled2.filledIn]),
    directory: HOME,
    host: sshHost(step2, SSH_HOSTS),
    surroundings: "server",
    options: { ...NO_OPTIONS, errexit: inputOf2(node, ["script_stop"])?.text === "true" }
  });
}
function withEnv(env, node, actionPath) {
  const all = new Map(env);
  for (const [name, { text = "" }] of node.members()) all.set(name, evaluate(text, { env, actionPath }));
  return all;
}

// src/scripts/sources/workflow.ts
var WORKFLOW = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
var ACTION = /(?:^|\/)action\.ya?ml$/;
var workflow = {
  mayBe: (path) => WORKFLOW.test(path) || ACTION.test(path),
  is: (path, text) => WORKFLOW.test(path) || ACTION.test(path) && /^['"]?runs['"]?\s*:/m.test(text),
  extract: extract5
};
function extract5(path, text) {
  const read = readYaml(text);
  if ("notRead" in read) return { units: [], effects: [], notRead: [read.notRead] };
  const found3 = nothing();
  const [root] = read.documents;
  if (root === void 0) return found3;
  if (baseName(path).startsWith("action.") && !WORKFLOW.test(path)) readComposite(path, root, found3);
  else readWorkflow(path, root, found3);
  return found3;
}
var STANDARD = { options: { errexit: true, pipefail: false, nounset: false } };
function readWorkflow(path, root, found3) {
  const env = withEnv(/* @__PURE__ */ new Map(), root.at("env"), [ROOT]);
  for (const [id, node] of root.at("jobs").members()) {
    const job = jobOf(path, id, { root, node, env });
    node.at("steps").items().forEach((step2, index) => {
      readStep(job, step2, index, found3);
    });
  }
}
function jobOf(path, id, { root, node, env }) {
  const defaults = (name) => node.at("defaults", "run", name).text ?? root.at("defaults", "run", name).text;
  const labels = runnerLabels(node.at("runs-on"));
  const image = node.at("container").text ?? node.at("container", "image").text;
  const keeps2 = labels.some((label) => label.toLowerCase() === "self-hosted") && image === void 0;
  const windows = image === void 0 && labels.some((label) => /^windows\b/i.test(label));
  return {
    script: path,
    label: `job ${id}`,
    env: withEnv(env, node.at("env"), [ROOT]),
    actionPath: [ROOT],
    shell: defaults("shell"),
    standard: windows ? { unread: "PowerShell" } : STANDARD,
    directory: defaults("working-directory") ?? "",
    host: image === void 0 ? { kind: "local" } : { kind: "container", name: image },
    surroundings: keeps2 ? "server" : "ephemeral"
  };
}
function runnerLabels(node) {
  if (isObject(node.value)) return runnerLabels(node.at("labels"));
  return [node, ...node.items()].flatMap(({ text }) => text ?? []);
}
function readComposite(path, root, found3) {
  const job = {
    script: path,
    label: `action ${root.at("name").text ?? directoryOf(path)}`.trim(),
    env: /* @__PURE__ */ new Map(),
    actionPath: inCheckout(directoryOf(path)),
    shell: void 0,
    standard: STANDARD,
    directory: "",
    host: { kind: "local" },
    surroundings: "ephemeral"
  };
  root.at("runs", "steps").items().forEach((step2, index) => {
    readStep(job, step2, index, found3);
  });
}

// src/scripts/sources/index.ts
var sources = [workflow, dockerfile, make, ansible, shell];
var LONGEST4 = 4 * 1024 * 1024;
function isScript(path) {
  return sources.some((source) => source.mayBe(path));
}
function looksLikeScript(path, text) {
  return kindOf(path, cleaned(text)) !== void 0;
}
function extract6(path, text) {
  const clean = cleaned(text);
  const source = kindOf(path, clean);
  if (source === void 0) return void 0;
  if (clean.length > LONGEST4) {
    const detail = `more than ${LONGEST4} characters`;
    return { units: [], effects: [], notRead: [{ reason: "limit", place: { line: 1, column: 1 }, detail }] };
  }
  const nul = clean.indexOf("\0");
  if (nul !== -1) {
    const place2 = placeFinder(clean)(nul);
    return { units: [], effects: [], notRead: [{ reason: "syntax", place: place2, detail: "a NUL byte" }] };
  }
  return source.extract(path, clean);
}
function kindOf(path, text) {
  return sources.find((source) => source.is(path, text));
}
function cleaned(text) {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  return text.includes("\r") ? text.slice(start).replaceAll("\r\n", "\n") : text.slice(start);
}

// src/scripts/analyse.ts
function analyseScript(path, text, files) {
  const extracted2 = extract6(path, text);
  if (extracted2 === void 0) return void 0;
  const interpreted = extracted2.units.map((unit) => withAdditions(interpret(unit, files), unit.adds));
  return {
    effects: inOrder(
      interpreted.flatMap(({ effects }) => effects),
      extracted2.effects
    ),
    notRead: [...extracted2.notRead, ...interpreted.flatMap(({ notRead }) => notRead)],
    uses: [...new Set(interpreted.flatMap(({ uses }) => uses))]
  };
}
function withAdditions(analysis, adds) {
  if (adds === void 0) return analysis;
  const { guards, declaredOnly } = adds;
  const effects = analysis.effects.map((effect) => ({
    ...effect,
    guards: [...guards, ...effect.guards],
    declaredOnly
  }));
  return { ...analysis, effects };
}
function inOrder(effects, others) {
  if (others.length === 0) return effects;
  return [...effects, ...others].sort((one, other) => one.place.line - other.place.line);
}

// src/scripts/review/unread.ts
var MEANING = {
  syntax: {
    blocks: true,
    detail: (what) => `It is not valid here: ${what}. What stands around it was read.`,
    hint: "Correct it; for a shell script, `sh -n FILE` or `bash -n FILE` shows the place."
  },
  shell: {
    blocks: true,
    detail: (what) => `It is written for a shell that Holdfast does not read: ${what}.`,
    hint: "Have it reviewed by somebody who knows that shell. Holdfast reads sh, bash, dash and ksh."
  },
  limit: {
    blocks: true,
    detail: (what) => `It is too much to be read: ${what}.`,
    hint: "Split it, or take what a tool generates out of `scripts` in the policy."
  },
  missing: {
    blocks: false,
    detail: (what) => `It sources or runs a file that was not read: ${what}.`,
    hint: "Commit the file, or write its path so that it is known without running the script."
  },
  dynamic: {
    blocks: false,
    detail: (what) => `What runs here is known at run time only: ${what}.`,
    hint: "Write the command itself, or have these lines reviewed by a person."
  }
};
var REASONS = Object.keys(MEANING);
function unreadParts(path, { notRead }, asked2) {
  return REASONS.flatMap((reason) => {
    const parts = notRead.filter((part) => part.reason === reason);
    const [first] = parts.toSorted((one, other) => one.place.line - other.place.line);
    if (first === void 0) return [];
    const { blocks, detail, hint } = MEANING[reason];
    const more = parts.length === 1 ? "" : ` (${parts.length - 1} more such ${parts.length === 2 ? "place" : "places"})`;
    return [
      {
        path: first.script ?? path,
        line: first.place.line,
        reason: `script-${reason}`,
        detail: detail(first.detail.replace(/\.$/, "")) + more,
        hint,
        blocks: blocks && asked2
      }
    ];
  });
}
function tooFar(path, asked2) {
  const { detail, hint } = MEANING.limit;
  const what = detail("the files that it sources or runs source further ones, and these still more");
  return { path, reason: "script-limit", detail: what, hint, blocks: asked2 };
}
var NO_TEXT = {
  missing: {
    detail: "The repository does not hold its content.",
    hint: "Fetch the missing objects, and run it again."
  },
  encoding: { detail: "It is UTF-16, which no shell reads.", hint: "Save it as UTF-8." },
  "too-large": {
    detail: "It is too large to be read as a script.",
    hint: "Split it, or take what a tool generates out of `scripts` in the policy."
  }
};
function unreadFile(path, reason, asked2) {
  return { path, reason: `script-${reason}`, ...NO_TEXT[reason], blocks: asked2 || reason === "missing" };
}
function tooMany(path, most, asked2) {
  return {
    path,
    reason: "script-limit",
    detail: `There are more than ${most} scripts: those from here on were not read.`,
    hint: "Say under `scripts` in the policy which ones deploy, or name the others to `holdfast review`.",
    blocks: asked2
  };
}

// src/scripts/review/read.ts
var MOST_ROUNDS2 = 4;
var LARGEST2 = 4 * 1024 * 1024;
var MOST_SCRIPTS = 1e3;
var lenient = new TextDecoder("utf-8");
var GROUP = 64;
async function readScripts(snapshot, candidates) {
  const { files, asked: asked2, unread, beyond } = await readFiles(snapshot, candidates);
  const analysed = await analyseAll(snapshot, files, [...asked2.keys()]);
  if (!analysed.ok) return analysed;
  const { analyses, cut: cut3 } = analysed.value;
  const scripts = [];
  for (const [path, analysis] of analyses) {
    const script = { path, text: files.get(path), analysis, asked: asked2.get(path) };
    scripts.push(script);
    unread.push(...unreadParts(path, analysis, script.asked));
    if (cut3.has(path)) unread.push(tooFar(path, script.asked));
  }
  const used = new Map([...files].filter(([path]) => !asked2.has(path)));
  return ok({ scripts: scripts.sort(byPath), used, unread: unread.sort(byPath), beyond });
}
async function readFiles(snapshot, candidates) {
  const read = { files: /* @__PURE__ */ new Map(), asked: /* @__PURE__ */ new Map(), unread: [], beyond: [] };
  const sorted = candidates.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || byPath(one.entry, other.entry)
  );
  for (let start = 0; start < sorted.length; start += GROUP) {
    const group = sorted.slice(start, start + GROUP);
    const blobs = await readBlobs(
      snapshot,
      group.map(({ entry }) => entry)
    );
    for (const [index, { entry, asked: asked2 }] of group.entries()) {
      const { path } = entry;
      if (read.files.size === MOST_SCRIPTS) {
        read.beyond.push(tooMany(path, MOST_SCRIPTS, asked2));
        return read;
      }
      const text = toText(blobs[index]);
      if (typeof text !== "string") {
        if (asked2 || isScript(path)) read.unread.push(unreadFile(path, text.reason, asked2));
      } else if (looksLikeScript(path, text)) {
        read.files.set(path, text);
        read.asked.set(path, asked2);
      }
    }
  }
  return read;
}
async function analyseAll(snapshot, files, paths) {
  const analyses = /* @__PURE__ */ new Map();
  const tried = new Set(files.keys());
  let again = paths;
  for (let round = 0; ; round++) {
    for (const path of again) {
      const analysis = analyseScript(path, files.get(path), files);
      if (analysis !== void 0) analyses.set(path, analysis);
    }
    const isNew = (path) => !tried.has(path);
    const fresh = [...new Set([...analyses.values()].flatMap(({ uses }) => uses.filter(isNew)))];
    if (fresh.length === 0) return ok({ analyses, cut: /* @__PURE__ */ new Set() });
    const using = (some) => (path) => analyses.get(path)?.uses.some((use) => some.has(use)) === true;
    if (round === MOST_ROUNDS2) return ok({ analyses, cut: new Set(paths.filter(using(new Set(fresh)))) });
    const entries = [];
    for (const path of fresh) {
      tried.add(path);
      const entry = await snapshot.entry(path);
      if (!entry.ok) return entry;
      if (entry.value !== void 0 && isFile(entry.value)) entries.push(entry.value);
    }
    const blobs = await readBlobs(snapshot, entries);
    const loaded = /* @__PURE__ */ new Set();
    for (const [index, { path }] of entries.entries()) {
      const text = toText(blobs[index]);
      if (typeof text !== "string") continue;
      files.set(path, text);
      loaded.add(path);
    }
    again = paths.filter(using(loaded));
  }
}
function toText(blob) {
  if ("refused" in blob) return { reason: blob.refused === "too-large" ? "too-large" : "missing" };
  if (blob.bytes.length > LARGEST2) return { reason: "too-large" };
  return isUtf16(blob.bytes) ? { reason: "encoding" } : lenient.decode(blob.bytes);
}
function rankOf({ entry, asked: asked2 }) {
  return (asked2 ? 0 : 2) + (isScript(entry.path) ? 0 : 1);
}

// src/scripts/critical-known.ts
var MOST = 50;
function touchedFile(location, target, effect, world) {
  const { files, places, roots } = world;
  const isDirectory2 = isLive(location) ? roots.some((root) => root.live && root.directory === location) || places.below(location).length > 0 : files.below(location).length > 0;
  if (isDirectory2 && effect.sources.length > 0) {
    return effect.sources.flatMap((source) => {
      const name = baseName(literalOf(source) ?? "");
      return name === "" ? [] : exactly(`${location}/${name}`, literalOf(source), target, world);
    });
  }
  if (isDirectory2 && effect.op !== "state") return touchedTree(location, target, effect, world);
  return exactly(location, only(effect.sources.map(literalOf)), target, world);
}
function exactly(location, source, { confidence }, { at }) {
  const found3 = at(location);
  if (found3 === void 0) return [];
  const own = source !== void 0 && source === found3.path && source !== location;
  return [{ location, ...found3, how: "exact", confidence, ...own && { own } }];
}
function touchedTree(location, target, effect, world) {
  const { op } = effect;
  if (op === "discard" && location === "") return [];
  const adds = op === "extract" || op === "replace-tree";
  const copied3 = adds ? copiedInto(location, target, effect, world) : void 0;
  if (copied3 !== void 0) return copied3;
  if (adds && location === "") return [];
  const inside2 = (place2) => place2.slice(location === "" ? 0 : location.length + 1);
  const above = !adds ? target.confidence : location === "/" ? "low" : atMost(target.confidence);
  const below2 = world.places.below(location).slice(0, MOST).map((place2) => {
    return { location: place2, ...world.at(place2), how: "tree", confidence: above, inside: inside2(place2) };
  });
  if (below2.length > 0) return below2;
  return world.roots.flatMap(({ directory: directory2, live, selection, reaches }) => {
    if (live !== isLive(location) || directory2 === "") return [];
    if (holds2(location, directory2)) {
      const confidence = directory2 === location ? target.confidence : above;
      return [{ location: directory2, selection, how: "tree", confidence, inside: inside2(directory2) }];
    }
    if (!live || !holds2(directory2, location) || !reaches(location)) return [];
    return [{ location, selection, how: "tree", confidence: target.confidence, inside: "" }];
  });
}
function copiedInto(location, target, { sources: sources2 }, world) {
  const literals = sources2.map(literalOf);
  const copied3 = [];
  for (const source of literals) {
    if (source === void 0 || isLive(source) || source.startsWith("../")) return void 0;
    const below2 = world.files.below(source);
    const single = world.files.has(source);
    if (below2.length === 0 && !single) return void 0;
    const start = source === "" ? 0 : source.length + 1;
    for (const from of below2) copied3.push({ from, to: inDirectory2(location, from.slice(start)) });
    if (single) copied3.push({ from: source, to: inDirectory2(location, baseName(source)) });
  }
  if (copied3.length === 0) return void 0;
  return copied3.flatMap(({ from, to }) => exactly(to, from, target, world)).slice(0, MOST).map((each) => ({
    ...each,
    how: "tree",
    inside: each.location.slice(location.length).replace(/^\//, "")
  }));
}
function inDirectory2(directory2, name) {
  if (directory2 === "") return name;
  return directory2.endsWith("/") ? directory2 + name : `${directory2}/${name}`;
}
function holds2(location, directory2) {
  if (location === directory2 || location === "") return true;
  return directory2.startsWith(/[/:]$/.test(location) ? location : `${location}/`);
}
function atMost(confidence) {
  return confidence === "high" ? "medium" : confidence;
}
function only(items) {
  return items.length === 1 ? items[0] : void 0;
}

// src/scripts/critical-unknown.ts
var MOST2 = 50;
function touchedUnknown(target, effect, world) {
  const directory2 = contentsOf(target.path);
  if (directory2 !== void 0 && target.tree && knownStart(directory2) === "")
    return floating({ ...target, path: directory2, confidence: confidenceOf(directory2) }, effect, world);
  if (knownStart(target.path) === "") return floating(target, effect, world);
  return anchored(target, world);
}
function contentsOf(path) {
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  if (segments.length < 2 || last.length !== 1 || shown(last) !== "*") return void 0;
  return parentOf(path);
}
function anchored({ path, tree, confidence }, world) {
  const text = shown(path);
  const whole2 = world.places.below(directoryOfStart(path));
  const pattern2 = patternOf(path);
  const matching = whole2.filter((place2) => pattern2?.test(place2) || tree && ancestors(place2).some((each) => pattern2?.test(each))).slice(0, MOST2).map((place2) => ({ location: place2, ...world.at(place2), how: "glob", confidence }));
  const certain = tree ? void 0 : whateverItIs(path, world);
  if (certain !== void 0) {
    return [{ location: text, ...certain, ...onlyPath(matching), how: "glob", confidence: atMost("high") }];
  }
  if (matching.length > 0 || !tree) return matching;
  const start = directoryOfStart(path);
  return world.roots.filter(
    ({ directory: directory2, live, reaches }) => live && isLive(start) && holds2(directory2, start) && reaches(start)
  ).map(({ selection }) => ({ location: text, selection, how: "tree", confidence, inside: "" }));
}
function onlyPath(matching) {
  const path = matching.length === 1 ? matching[0].path : void 0;
  return path === void 0 ? {} : { path };
}
function whateverItIs(path, world) {
  const values = path.every((part) => typeof part === "string" || part.is === "value");
  if (!values && !isLive(knownStart(path))) return void 0;
  const found3 = ["holdfast", "q9"].map(
    (word) => world.at(path.map((part) => typeof part === "string" ? part : word).join(""))
  );
  const [first] = found3;
  return first !== void 0 && found3[1] !== void 0 ? { selection: first.selection } : void 0;
}
function directoryOfStart(path) {
  const start = knownStart(path);
  return start.slice(0, Math.max(start.startsWith("/") ? 1 : 0, start.lastIndexOf("/")));
}
function patternOf(path) {
  const glob = path.map((part) => typeof part === "string" ? escapeGlob(part) : part.is === "glob" ? part.name : "*").join("");
  return shellPattern(glob.replace(/\*+/g, "*"));
}
function ancestors(place2) {
  const found3 = [];
  for (let end = place2.lastIndexOf("/"); end > 0; end = place2.lastIndexOf("/", end - 1))
    found3.push(place2.slice(0, end));
  return found3;
}
function floating(target, effect, world) {
  const end = literalEnd(target.path);
  if (end.length === 0) return [];
  const suffix = end.join("/");
  const text = shown(target.path);
  const name = end.at(-1);
  if (target.tree) {
    if (end.length < 2) return [];
    const directories = [
      ...world.places.directoriesNamed(name),
      ...world.roots.map(({ directory: directory3 }) => directory3).filter((directory3) => baseName(directory3) === name)
    ].filter((directory3) => agree(directory3, suffix));
    const [directory2] = directories;
    if (directory2 === void 0) return [];
    const [place2] = world.places.below(directory2);
    const root = world.roots.find((each) => each.directory === directory2);
    const found4 = place2 === void 0 ? root && { selection: root.selection } : world.at(place2);
    const inside2 = place2 === void 0 ? "" : place2.slice(directory2.length + 1);
    return found4 === void 0 ? [] : [{ location: text, ...found4, ...suffixed(target), inside: inside2 }];
  }
  const agreeing = world.places.named(name).filter((place2) => agree(place2, suffix));
  const found3 = agreeing.length > 0 && end.length >= 2 ? agreeing.map((place2) => world.at(place2)) : everywhereCritical(name, end, world);
  const [first] = found3;
  if (first === void 0) return [];
  const copiesItself = effect.sources.some((source) => {
    const literal = literalOf(source);
    return literal !== void 0 && found3.some(({ path }) => path === literal);
  });
  return [{ location: text, ...first, ...suffixed(target), ...copiesItself && { own: true } }];
}
function suffixed(target) {
  return { how: "suffix", confidence: atMost(target.confidence) };
}
function literalEnd(path) {
  const names2 = segmentsOf(path).map(literalOf);
  return names2.slice(names2.lastIndexOf(void 0) + 1);
}
function agree(place2, suffix) {
  const bare = place2.replace(/^\//, "");
  if (!bare.includes("/")) return false;
  return bare === suffix || bare.endsWith(`/${suffix}`) || suffix.endsWith(`/${bare}`);
}
function everywhereCritical(name, end, { files, at }) {
  if (end.length > 1) return [];
  const found3 = files.named(name).map((path) => at(path));
  return found3.every((each) => each !== void 0) ? found3 : [];
}

// src/scripts/known-paths.ts
function knownPaths(locations) {
  const all = [...new Set(locations)].sort();
  const set = new Set(all);
  const byName2 = groupBy(all, baseName);
  let directories;
  return {
    has: (location) => set.has(location),
    below(directory2) {
      if (directory2 === "") return all.filter(isRelative);
      const prefix = directory2.endsWith("/") ? directory2 : `${directory2}/`;
      const from = firstFrom(all, prefix);
      let to = from;
      while (to < all.length && all[to].startsWith(prefix)) to += 1;
      return all.slice(from, to);
    },
    named: (name) => byName2.get(name) ?? [],
    directoriesNamed(name) {
      directories ??= directoriesOf(all);
      return directories.get(name) ?? [];
    }
  };
}
function isRelative(location) {
  return !location.startsWith("/");
}
function directoriesOf(all) {
  const seen = /* @__PURE__ */ new Set();
  const byName2 = /* @__PURE__ */ new Map();
  for (const location of all) {
    for (let end = location.lastIndexOf("/"); end > 0; end = location.lastIndexOf("/", end - 1)) {
      const directory2 = location.slice(0, end);
      if (seen.has(directory2)) break;
      seen.add(directory2);
      addTo(byName2, baseName(directory2), directory2);
    }
  }
  return byName2;
}
function firstFrom(all, text) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (all[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/scripts/critical.ts
function createCritical(policy, paths) {
  const world = createWorld(policy, paths);
  const known = /* @__PURE__ */ new Map();
  return {
    files: world.files,
    roots: world.roots,
    touched(target, effect) {
      if (policy.critical.length === 0) return [];
      const path = seenFrom(target.path, effect);
      if (isThrownAway(path)) return [];
      const { op, sources: sources2 } = effect;
      const key = JSON.stringify([shown(path), target.tree, target.confidence, op, sources2.map(shown)]);
      const found3 = known.get(key) ?? touchedBy({ ...target, path }, effect, world);
      known.set(key, found3);
      return found3;
    }
  };
}
var NAMESPACE = /^((?:configmap|secret):)[^/]+\//;
function createWorld(policy, paths) {
  const select = createSelector(policy);
  const live = createLiveSelector(policy);
  const located = createLocator(policy);
  const critical = paths.filter((path) => select(path)?.critical);
  const files = knownPaths(paths);
  return {
    files,
    places: knownPaths(critical.flatMap((path) => [path, ...located(path)])),
    roots: criticalRoots(policy),
    at(location) {
      if (isLive(location)) {
        const found3 = live(location) ?? live(location.replace(NAMESPACE, "$1"));
        if (found3 === void 0) return void 0;
        const { selection: selection2, path } = found3;
        return path !== void 0 && files.has(path) ? { selection: selection2, path } : { selection: selection2 };
      }
      const selection = location.startsWith("../") ? void 0 : select(location);
      return selection?.critical ? { selection, path: location } : void 0;
    }
  };
}
function touchedBy(target, effect, world) {
  const literal = literalOf(target.path);
  if (literal === void 0) return touchedUnknown(target, effect, world);
  const location = literal.replace(/(?<=.)\/$/, "");
  return target.tree ? touchedTree(location, target, effect, world) : touchedFile(location, target, effect, world);
}
function seenFrom(path, { host }) {
  const [first, ...rest] = path;
  if (typeof first === "object" && first.is === "root") {
    const [next, ...others] = rest;
    return typeof next === "string" ? joined([next.replace(/^\//, "")], others) : rest;
  }
  const start = knownStart(path);
  if (host.kind !== "ssh" && host.kind !== "container") return path;
  return start === "" || isLive(start) ? path : joined([{ name: "~", is: "value" }, "/"], path);
}
function isThrownAway(path) {
  if (path.some((part) => typeof part !== "string" && part.is === "temporary")) return true;
  return /^\/(tmp|var\/tmp|dev|proc|sys)(\/|$)/.test(knownStart(path));
}

// src/scripts/rules/exclusions.ts
var EXCLUDE = /\s(?:--exclude|--filter)(?:=|\s+)(?:"([^"]*)"|'([^']*)'|(\S+))/g;
var GIT_EXCLUDE = /\s-e(?:\s+|=)?(?:"([^"]*)"|'([^']*)'|(\S+))/g;
function spared(touched, { text, op }) {
  const trees = ["mirror-tree", "replace-tree", "extract", "delete", "discard"];
  if (touched.length === 0 || !trees.includes(op)) return touched;
  const patterns = [...text.matchAll(EXCLUDE), .../\bgit\b/.test(text) ? text.matchAll(GIT_EXCLUDE) : []].map(([, double, single, plain]) => (double ?? single ?? plain).replace(/^(-|exclude|protect|P)\s+/, "")).map((pattern2) => pattern2.replace(/^\/|\/(\*\*?)?$/g, "")).filter((pattern2) => pattern2 !== "");
  if (patterns.length === 0) return touched;
  return touched.filter(
    ({ inside: inside2 }) => inside2 === void 0 || !patterns.some((each) => covers(each, inside2))
  );
}
function covers(pattern2, inside2) {
  const expression2 = shellPattern(pattern2);
  const names2 = inside2.split("/");
  return names2.some(
    (_, end) => names2.some(
      (_2, start) => start <= end && (expression2?.test(names2.slice(start, end + 1).join("/")) ?? false)
    )
  );
}

// src/scripts/rules/finding.ts
var LONGEST_COMMAND = 300;
var MOST_FILES = 10;
var MOST_EXCERPTS = 20;
function findingMaker(scripts, saferOf = () => void 0) {
  const texts = new Map(scripts.map(({ path, text }) => [path, text]));
  const excerpts = /* @__PURE__ */ new Map();
  return (draft) => {
    const { rule, subject, severity } = draft;
    const { effect, target, touched } = subject;
    const { script, place: place2 } = effect;
    const host = [effect.host.kind, effect.host.name ?? ""];
    const name = withoutSecrets(shown(target.path));
    const finding = {
      check: rule.id,
      severity,
      path: script,
      line: place2.line,
      column: place2.column,
      args: argsOf(draft, saferOf),
      fingerprint: fingerprint(rule.id, script, void 0, { target: name, host })
    };
    const service = touched.find(({ selection }) => selection.service !== void 0)?.selection.service;
    if (service !== void 0) finding.service = service;
    const text = texts.get(script);
    const told2 = excerpts.get(script) ?? 0;
    if (text !== void 0 && severity !== "notice" && told2 < MOST_EXCERPTS) {
      const excerpt = excerptOf({ kind: "text", format: "text", text }, place2.line, {
        hides: () => false,
        comments: true
      });
      if (excerpt !== void 0) finding.excerpt = { ...excerpt, lines: excerpt.lines.map(maskCommand) };
      excerpts.set(script, told2 + 1);
    }
    return { finding, identity: JSON.stringify([rule.id, name, host]) };
  };
}
function argsOf({ rule, subject, found: found3, suppressed }, saferOf) {
  const { effect, target, touched, gates } = subject;
  const { host, sources: sources2 } = effect;
  const [gate] = gates;
  const args = {
    command: cut2(maskCommand(effect.text)),
    target: withoutSecrets(shown(target.path)),
    op: effect.op,
    host: host.kind,
    confidence: target.confidence,
    ...host.name !== void 0 && { hostName: host.name },
    ...sources2[0] !== void 0 && { source: withoutSecrets(shown(sources2[0])) },
    ...effect.via.length > 0 && { via: effect.via.map((step2) => cut2(maskCommand(step2))) },
    ...effect.aggravators.length > 0 && { aggravators: [...effect.aggravators] },
    ...found3.args
  };
  if (touched.length > 0) {
    const places = [...new Set(touched.map(({ path, location }) => path ?? location))];
    args.declaredBy = touched[0].selection.rule;
    args.how = touched[0].how;
    args.files = places.slice(0, MOST_FILES);
    args.total = places.length;
  }
  if (gate !== void 0 && rule.critical) {
    args.gate = gate.kind;
    if ("text" in gate) args.gateText = cut2(maskCommand(gate.text));
    if ("line" in gate && gate.line !== void 0 && gate.line > 0) args.gateLine = gate.line;
  }
  if (suppressed !== void 0) args.suppressed = cut2(withoutSecrets(suppressed));
  const safer = saferOf(effect, target);
  const advice2 = effect.safer.find((each) => each.kind === "advice");
  if (safer !== void 0) args.safer = cut2(maskCommand(safer));
  else if (advice2 !== void 0) args.advice = advice2.text;
  return args;
}
function cut2(text) {
  return text.length <= LONGEST_COMMAND ? text : `${text.slice(0, LONGEST_COMMAND - 1).toWellFormed()}\u2026`;
}

// src/scripts/suppressions.ts
var COMMENT = /(^|\s)#+\s*holdfast-disable(?![\w-])\s*(.*)$/;
var HEREDOC2 = /(?<!<)<<-?\s*(?:"([^"]+)"|'([^']+)'|\\?([\w.-]+))/g;
var GOES_ON = /(\\|\||&&)\s*$/;
function readSuppressions(text) {
  if (!text.includes("holdfast-disable")) return [];
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const isCode = codeLines(lines);
  const first = lines.findIndex((line, index) => isCode(index) && isCommand2(line));
  return lines.flatMap((line, index) => {
    const found3 = isCode(index) ? COMMENT.exec(line) : null;
    const start = found3 === null ? 0 : found3.index + found3[1].length;
    if (found3 === null || quoteAt(line, start) !== void 0) return [];
    const [names2 = "", ...reason] = found3[2].split(/(?:^|\s)--(?:\s|$)/);
    const rules = names2.split(/[\s,]+/).filter((name) => name !== "");
    const said = { line: index + 1, column: start + 1, rules, reason: reason.join(" -- ").trim() };
    if (line.slice(0, start).trim() !== "") return [{ ...said, from: index + 1, to: index + 1 }];
    if (first === -1 || index < first) return [{ ...said, from: 1, to: lines.length }];
    let from = index + 1;
    while (from < lines.length && !isCommand2(lines[from])) from += 1;
    let to = from;
    while (to < lines.length - 1 && GOES_ON.test(lines[to])) to += 1;
    return [{ ...said, from: from + 1, to: to + 1 }];
  });
}
function isCommand2(line) {
  return !/^\s*(#|$)/.test(line);
}
function codeLines(lines) {
  const inside2 = /* @__PURE__ */ new Set();
  const last = new Map(lines.map((line, index) => [line.trim(), index]));
  const open = [];
  for (const [index, line] of lines.entries()) {
    if (open.length > 0) {
      inside2.add(index);
      if (line.trim() === open[0]) open.shift();
      continue;
    }
    if (!isCommand2(line)) continue;
    for (const [, double, single, plain] of line.matchAll(HEREDOC2)) {
      const end = double ?? single ?? plain;
      if ((last.get(end) ?? -1) > index) open.push(end);
    }
  }
  return (index) => !inside2.has(index);
}

// src/scripts/rules/suppressing.ts
var KNOWN = new Set(scriptRules.map(({ id }) => id));
function suppressing(scripts) {
  const read = new Map(scripts.map(({ path, text }) => [path, readSuppressions(text)]));
  const used = /* @__PURE__ */ new Set();
  return {
    reasonFor(rule, { script, place: place2, endLine }) {
      const found3 = (read.get(script) ?? []).filter(
        ({ rules, reason, from, to }) => reason !== "" && rules.includes(rule) && from <= Math.max(place2.line, endLine) && to >= place2.line
      );
      for (const each of found3) used.add(keyOf(script, each, rule));
      return found3.at(-1)?.reason;
    },
    findings: () => [...read].flatMap(
      ([path, suppressions]) => suppressions.flatMap((each) => [...withoutReason(path, each), ...unused(path, each, used)])
    )
  };
}
function keyOf(path, { line }, rule) {
  return `${path}
${line}
${rule}`;
}
function withoutReason(path, suppression) {
  const { rules, reason } = suppression;
  const named3 = rules.length === 0 ? "nothing" : rules.join(", ");
  const { id, severity } = suppressionWithoutReason;
  if (reason === "" || rules.length === 0) return [about(id, severity, path, suppression, { rules: named3 })];
  return rules.filter((rule) => !KNOWN.has(rule)).map((unknown2) => about(id, severity, path, suppression, { rules: named3, unknown: unknown2 }));
}
function unused(path, suppression, used) {
  if (suppression.reason === "") return [];
  const idle = suppression.rules.filter(
    (rule) => KNOWN.has(rule) && !used.has(keyOf(path, suppression, rule))
  );
  const { id, severity } = suppressionUnused;
  return idle.length === 0 ? [] : [about(id, severity, path, suppression, { rules: idle.join(", ") })];
}
function about(check, severity, path, { line, column }, args) {
  const finding = {
    check,
    severity,
    path,
    line,
    column,
    args,
    fingerprint: fingerprint(check, path, void 0, args)
  };
  return { finding, identity: JSON.stringify([check, path, args]) };
}

// src/scripts/rules/judge.ts
function judgeScripts(scripts, critical, options = {}) {
  const suppressions = suppressing(scripts);
  const toFinding = findingMaker(scripts, options.saferOf);
  const touching = /* @__PURE__ */ new Set();
  const drafts = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Set();
  for (const subject of subjectsOf(scripts, critical)) {
    if (subject.touched.some((each) => !isCopyElsewhere(each))) touching.add(subject.effect);
    for (const rule of scriptRules) {
      const severity = severityOf(rule, rule.finds(subject), subject);
      if (severity === void 0) continue;
      const draft = { rule, subject, ...severity };
      const reason = suppressions.reasonFor(rule.id, subject.effect);
      if (reason !== void 0) {
        if (!rule.critical) continue;
        draft.suppressed = reason;
        draft.severity = milder(draft.severity, options.suppressed ?? "notice");
      }
      const { effect, target } = subject;
      const command3 = [rule.id, effect.script, effect.place.line, effect.place.column].join("\n");
      if (!rule.critical && said.has(command3)) continue;
      said.add(command3);
      const place2 = [effect.script, effect.place.line, hostKey(effect), shown(target.path)].join("\n");
      drafts.set(place2, withWorst(drafts.get(place2) ?? [], draft));
    }
  }
  const findings = [...drafts.values()].flatMap((group) => fold(group, toFinding));
  return { findings: [...findings, ...suppressions.findings()], touching: [...touching] };
}
function withWorst(known, draft) {
  const same = known.find(({ rule }) => rule.id === draft.rule.id);
  if (same === void 0) return [...known, draft];
  return atLeast(same.severity, draft.severity) ? [...known] : known.map((each) => each === same ? draft : each);
}
function* subjectsOf(scripts, critical) {
  for (const { analysis } of scripts) {
    const made = /* @__PURE__ */ new Set();
    for (const effect of analysis.effects) {
      const key = (path) => `${hostKey(effect)}
${shown(path)}`;
      const subjects = effect.targets.map((target) => {
        const touched = spared(critical.touched(target, effect), effect);
        const gates = gatesOf(effect, target, touched, critical.roots);
        const madeSource = effect.sources.length > 0 && effect.sources.every((source) => made.has(key(source)));
        return {
          effect,
          target,
          touched,
          gates,
          made: made.has(key(target.path)),
          madeSource,
          files: critical.files
        };
      });
      yield* alternatives(subjects);
      if (effect.op === "discard") for (const { path } of effect.targets) made.add(key(path));
      if (effect.op === "truncate" || effect.op === "replace") {
        for (const { path, tree } of effect.targets) if (!tree) made.add(key(path));
      }
    }
  }
}
function alternatives(subjects) {
  const path = ({ target }) => shown(target.path);
  return subjects.filter(
    (subject) => !subjects.some((other) => path(subject).startsWith(`${path(other)}/`) && speaks(other))
  );
}
function speaks({ target, touched }) {
  return touched.length > 0 || target.confidence !== "low";
}
function severityOf(rule, found3, subject) {
  const { effect, target, gates, touched } = subject;
  if (found3 === void 0) return void 0;
  const severity = found3.severity ?? rule.severity;
  if (rule.critical) {
    if (touched.every(isCopyElsewhere) || isSafeDeployment(gates) || isNewBackup(subject)) return void 0;
    const known = touched.some(({ confidence }) => confidence !== "low");
    return { severity: gates.length > 0 || !known ? "notice" : severity, found: found3 };
  }
  if (gates.length > 0 || effect.declaredOnly) return void 0;
  if (target.confidence === "low") return rule.anyTarget ? { severity: "notice", found: found3 } : void 0;
  return { severity, found: found3 };
}
function isCopyElsewhere({ own, how }) {
  return own === true && how === "suffix";
}
function isNewBackup({ gates, touched, files }) {
  if (!gates.some(({ kind }) => kind === "copy")) return false;
  return touched.every(
    ({ path, inside: inside2 }) => inside2 === void 0 && (path === void 0 || !files.has(path))
  );
}
function isSafeDeployment(gates) {
  const kinds = gates.map(({ kind }) => kind);
  return kinds.includes("own") && (kinds.includes("backup") || kinds.includes("guarded"));
}
function milder(severity, limit) {
  return atLeast(severity, limit) ? limit : severity;
}
function fold(drafts, toFinding) {
  const rank = ({ rule }) => scriptRules.indexOf(rule);
  const [first, ...others] = drafts.toSorted((one, other) => rank(one) - rank(other)).map(toFinding);
  const follows = others.filter(({ finding }) => atLeast(first.finding.severity, finding.severity));
  if (follows.length > 0) first.finding.folded = follows.map(({ finding }) => finding);
  return [first, ...others.filter((each) => !follows.includes(each))];
}
function hostKey({ host }) {
  return host.name === void 0 ? host.kind : `${host.kind} ${host.name}`;
}

// src/scripts/safer.ts
function madeSafe(effect, target) {
  const { text, readsTarget, backup, guards } = effect;
  const isSafe = backup !== void 0 || guards.some(({ kind }) => kind === "missing");
  if (isSafe && !readsTarget) return void 0;
  const { commands: commands3, errors = [] } = parseShell(text);
  if (commands3.length !== 1 || errors.length > 0) return void 0;
  const source = { text, words: wordsIn(commands3), effect, target };
  const late = ({ kind }) => Number(kind === "temporary" !== readsTarget);
  for (const form of effect.safer.toSorted((one, other) => late(one) - late(other))) {
    const made = apply(form, source);
    if (made !== void 0) return made;
  }
  return void 0;
}
function apply(form, source) {
  const { text, words, effect } = source;
  switch (form.kind) {
    case "insert": {
      const name = nameIn2(words, effect.command.split(" "));
      return name && `${text.slice(0, name.end)} ${form.words}${text.slice(name.end)}`;
    }
    case "swap": {
      const word = words.find(({ value }) => value === form.from || value.startsWith(`${form.from}=`));
      return word && text.slice(0, word.pos) + text.slice(word.pos).replace(form.from, () => form.to);
    }
    case "before": {
      const name = targetText(source);
      if (name === void 0 && form.command.includes("{target}")) return void 0;
      return `${form.command.replaceAll("{target}", () => name)} && ${text}`;
    }
    case "temporary": {
      const word = targetWord(source);
      if (word === void 0) return void 0;
      const { text: name } = word;
      return `${text.slice(0, word.end)}.new${text.slice(word.end)} && mv --backup=numbered ${name}.new ${name}`;
    }
    case "unless-exists": {
      const name = targetText(source);
      return name && `[ -e ${name} ] || ${text}`;
    }
    case "advice":
      return void 0;
  }
}
function wordsIn(node) {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (typeof node !== "object" || node === null) return [];
  const { type } = node;
  if (type === "Word") return [node];
  const words = Object.values(node).flatMap(wordsIn);
  const starts = /* @__PURE__ */ new Set();
  return words.sort((one, other) => one.pos - other.pos).filter(({ pos }) => !starts.has(pos) && starts.add(pos));
}
function nameIn2(words, names2) {
  const start = words.findIndex(
    (_, index) => names2.every((name, at) => {
      const value = words[index + at]?.value;
      return value === name || at === 0 && value?.endsWith(`/${name}`);
    })
  );
  return start === -1 ? void 0 : words[start + names2.length - 1];
}
function targetText(source) {
  const whole2 = literalOf(source.target.path);
  const plain = whole2 !== void 0 && /^\/[\w./@%+-]+$/.test(whole2) ? whole2 : void 0;
  return targetWord(source)?.text ?? plain;
}
function targetWord({ words, target }) {
  const path = shown(target.path);
  return words.findLast(({ text, value }) => {
    if (/^[-<(]|^\w+=|:\/\/|[\n`]|\$\(/.test(text)) return false;
    const known = /^[^$*?[]*$/.test(value) ? value.replace(/^(\.\/)+/, "") : void 0;
    if (known !== void 0) return known !== "" && (path === known || path.endsWith(`/${known}`));
    const end = /\/[^$*?[\]{}/"']+$/.exec(value)?.[0];
    return end !== void 0 && path.endsWith(end);
  });
}

// src/scripts/summary.ts
var LONGEST5 = 200;
var LEVELS = ["high", "medium", "low"];
function summariseEffects(effects, touching) {
  const distinct2 = /* @__PURE__ */ new Map();
  for (const effect of effects) {
    const summary = toSummary(effect, touching.has(effect));
    distinct2.set(JSON.stringify(summary), summary);
  }
  const all = [...distinct2.values()];
  const clear = new Set(all.filter(({ confidence }) => confidence !== "low").map(placeOf2));
  return all.filter((one) => one.critical || one.confidence !== "low" || !clear.has(placeOf2(one))).sort(byPlace);
}
function summariseScripts(paths, effects) {
  const counts = new Map(
    [...paths].sort(compareText).map((path) => [path, { path, effects: 0, critical: 0 }])
  );
  for (const { script, critical } of effects) {
    const count = counts.get(script);
    if (count === void 0) continue;
    count.effects += 1;
    if (critical) count.critical += 1;
  }
  return [...counts.values()];
}
function toSummary(effect, critical) {
  const { script, place: place2, targets, guards, via, backup } = effect;
  return {
    script,
    line: place2.line,
    column: place2.column,
    command: short(maskCommand(effect.command)),
    op: effect.op,
    targets: [...new Set(targets.map(targetName))],
    host: hostName2(effect.host),
    surroundings: effect.surroundings,
    confidence: LEVELS[Math.max(...targets.map(({ confidence }) => LEVELS.indexOf(confidence)))] ?? "low",
    guards: guards.map(guardName),
    via: via.map((step2) => short(maskCommand(step2))),
    ...backup === void 0 ? {} : { backup: backup.line > 0 ? `line ${backup.line}` : short(backup.text) },
    critical
  };
}
function targetName({ path, tree }) {
  const name = shown(path) || ".";
  return short(tree ? `${name.replace(/\/$/, "")}/**` : name);
}
function hostName2({ kind, name }) {
  return short(name === void 0 ? kind : `${kind} ${name}`);
}
function guardName({ kind, path, text }) {
  return short(kind === "condition" || path === void 0 ? maskCommand(text) : `${shown(path)} ${kind}`);
}
function short(text) {
  const clean = withoutSecrets(text);
  return clean.length <= LONGEST5 ? clean : `${clean.slice(0, LONGEST5 - 1).toWellFormed()}\u2026`;
}
function placeOf2({ script, line, column, command: command3 }) {
  return JSON.stringify([script, line, column, command3]);
}
function byPlace(one, other) {
  return compareText(one.script, other.script) || one.line - other.line || one.column - other.column || compareText(JSON.stringify(one), JSON.stringify(other));
}

// src/scripts/review/reviewed.ts
async function judgeSide(snapshot, policy, { scripts, used }, options = {}) {
  const paths = await pathsOf(snapshot);
  if (!paths.ok) return paths;
  const others = [...used].map(([path, text]) => ({ path, text, analysis: NO_EFFECTS }));
  return ok(
    judgeScripts([...scripts, ...others], createCritical(policy, paths.value), {
      saferOf: madeSafe,
      ...options
    })
  );
}
var NO_EFFECTS = { effects: [], notRead: [], uses: [] };
async function pathsOf(snapshot) {
  const entries = await snapshot.entries();
  return entries.ok ? ok(entries.value.map(({ path }) => path)) : entries;
}
function toReviewed({ scripts, used, unread, beyond }, { findings, touching }, all) {
  const effects = summariseEffects(
    scripts.flatMap(({ analysis }) => analysis.effects),
    new Set(touching)
  );
  return {
    findings: findings.map(({ finding }) => finding),
    unread: [...unread, ...beyond],
    scripts: summariseScripts([...scripts.map(({ path }) => path), ...used.keys()], effects),
    effects: all ? effects : effects.filter(({ critical }) => critical)
  };
}

export {
  readScripts,
  judgeSide,
  toReviewed
};
