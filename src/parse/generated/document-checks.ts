// Made by "npm run generate" from formats/validate-*.schema.json with ajv. Do not edit.
// @ts-nocheck
import type { Check } from '../json/check.ts';
const validateConfig_ = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:cr-tools:schema:validate-config:1","title":"cr-validate.config.json","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"schemaVersion":{"const":1},"strict":{"type":"boolean","description":"Warnings count as errors."},"kernel":{"type":"string","description":"The kernel to rehearse restores on, as --kernel."},"layers":{"type":"array","uniqueItems":true,"items":{"type":"string","enum":["framing","schema","references","semantics","restore","trust","policy"]}},"trust":{"type":"string","enum":["strict","warn","off"],"description":"How much the trust layer counts, as --trust."},"ignore":{"type":"array","items":{"$ref":"#/$defs/code"}},"rules":{"$ref":"#/$defs/levels"},"overrides":{"type":"array","description":"Severities for images whose path fits a glob; the last one that fits counts.","items":{"type":"object","required":["paths","rules"],"additionalProperties":false,"properties":{"paths":{"type":"array","minItems":1,"items":{"type":"string","minLength":1}},"rules":{"$ref":"#/$defs/levels"}}}},"baseline":{"type":"string","minLength":1,"description":"A baseline file, relative to this file."},"policies":{"type":"array","items":{"$ref":"#/$defs/policy"}}},"$defs":{"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"levels":{"type":"object","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"enum":["off","note","warning","error"]}},"policy":{"type":"object","required":["name"],"anyOf":[{"required":["deny"]},{"required":["require"]}],"additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"severity":{"enum":["note","warning","error"]},"message":{"type":"string"},"deny":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"processes":{"type":"array","description":"Globs over process names, which have at most 15 characters.","items":{"type":"string","minLength":1}},"uids":{"type":"array","items":{"type":"integer","minimum":0,"maximum":4294967295}},"capabilities":{"type":"array","items":{"type":"string","pattern":"^(CAP_)?[A-Z_]+$"}},"listening":{"description":"true for any port, or ports and ranges.","oneOf":[{"type":"boolean"},{"type":"array","items":{"oneOf":[{"type":"integer","minimum":0,"maximum":65535},{"type":"string","pattern":"^[0-9]{1,5}-[0-9]{1,5}$"}]}}]},"files":{"type":"array","description":"Globs over paths of open and mapped files.","items":{"type":"string","minLength":1}},"environment":{"type":"array","description":"Globs over names of variables in the environment of processes.","items":{"type":"string","minLength":1}},"areas":{"type":"array","description":"Memory that programs mark by madvise(2) and mlock(2).","items":{"enum":["dontdump","wipeonfork","locked"]}},"images":{"type":"array","description":"Globs over the name of the base image.","items":{"type":"string","minLength":1}},"labels":{"type":"array","description":"Globs over labels and annotations, NAME or NAME=VALUE.","items":{"type":"string","minLength":1}},"memory":{"type":"array","description":"pem-private-key, openssh-private-key, pgp-private-key, or bytes of your own.","items":{"oneOf":[{"type":"string","minLength":1},{"type":"object","required":["name","text"],"additionalProperties":false,"properties":{"name":{"type":"string"},"text":{"type":"string","minLength":4}}},{"type":"object","required":["name","hex"],"additionalProperties":false,"properties":{"name":{"type":"string"},"hex":{"type":"string","pattern":"^([0-9a-fA-F]{2}){4,}$"}}}]}}}},"require":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"noNewPrivileges":{"type":"boolean","description":"Of every thread."},"seccomp":{"type":"boolean","description":"A system call filter in every thread."},"nonRoot":{"type":"boolean","description":"No thread has uid 0."},"images":{"type":"array","description":"Globs, one of which the name of the base image fits.","items":{"type":"string","minLength":1}},"labels":{"type":"array","description":"Globs over labels and annotations, NAME or NAME=VALUE; each fits one.","items":{"type":"string","minLength":1}},"rules":{"type":"array","description":"Globs over codes: their findings are errors, whatever is ignored.","items":{"type":"string","minLength":1}}}}}}}};
const schema12 = {"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"};
const schema13 = {"type":"object","propertyNames":{"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"additionalProperties":{"enum":["off","note","warning","error"]}};
const schema15 = {"type":"object","required":["name"],"anyOf":[{"required":["deny"]},{"required":["require"]}],"additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"severity":{"enum":["note","warning","error"]},"message":{"type":"string"},"deny":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"processes":{"type":"array","description":"Globs over process names, which have at most 15 characters.","items":{"type":"string","minLength":1}},"uids":{"type":"array","items":{"type":"integer","minimum":0,"maximum":4294967295}},"capabilities":{"type":"array","items":{"type":"string","pattern":"^(CAP_)?[A-Z_]+$"}},"listening":{"description":"true for any port, or ports and ranges.","oneOf":[{"type":"boolean"},{"type":"array","items":{"oneOf":[{"type":"integer","minimum":0,"maximum":65535},{"type":"string","pattern":"^[0-9]{1,5}-[0-9]{1,5}$"}]}}]},"files":{"type":"array","description":"Globs over paths of open and mapped files.","items":{"type":"string","minLength":1}},"environment":{"type":"array","description":"Globs over names of variables in the environment of processes.","items":{"type":"string","minLength":1}},"areas":{"type":"array","description":"Memory that programs mark by madvise(2) and mlock(2).","items":{"enum":["dontdump","wipeonfork","locked"]}},"images":{"type":"array","description":"Globs over the name of the base image.","items":{"type":"string","minLength":1}},"labels":{"type":"array","description":"Globs over labels and annotations, NAME or NAME=VALUE.","items":{"type":"string","minLength":1}},"memory":{"type":"array","description":"pem-private-key, openssh-private-key, pgp-private-key, or bytes of your own.","items":{"oneOf":[{"type":"string","minLength":1},{"type":"object","required":["name","text"],"additionalProperties":false,"properties":{"name":{"type":"string"},"text":{"type":"string","minLength":4}}},{"type":"object","required":["name","hex"],"additionalProperties":false,"properties":{"name":{"type":"string"},"hex":{"type":"string","pattern":"^([0-9a-fA-F]{2}){4,}$"}}}]}}}},"require":{"type":"object","minProperties":1,"additionalProperties":false,"properties":{"noNewPrivileges":{"type":"boolean","description":"Of every thread."},"seccomp":{"type":"boolean","description":"A system call filter in every thread."},"nonRoot":{"type":"boolean","description":"No thread has uid 0."},"images":{"type":"array","description":"Globs, one of which the name of the base image fits.","items":{"type":"string","minLength":1}},"labels":{"type":"array","description":"Globs over labels and annotations, NAME or NAME=VALUE; each fits one.","items":{"type":"string","minLength":1}},"rules":{"type":"array","description":"Globs over codes: their findings are errors, whatever is ignored.","items":{"type":"string","minLength":1}}}}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = ((text) => [...text].length);
const pattern0 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
const pattern3 = new RegExp("^(CAP_)?[A-Z_]+$", "u");
const pattern4 = new RegExp("^[0-9]{1,5}-[0-9]{1,5}$", "u");
const pattern5 = new RegExp("^([0-9a-fA-F]{2}){4,}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:cr-tools:schema:validate-config:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.schemaVersion !== undefined){
if(1 !== data.schemaVersion){
const err2 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.strict !== undefined){
if(typeof data.strict !== "boolean"){
const err3 = {instancePath:instancePath+"/strict",schemaPath:"#/properties/strict/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kernel !== undefined){
if(typeof data.kernel !== "string"){
const err4 = {instancePath:instancePath+"/kernel",schemaPath:"#/properties/kernel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.layers !== undefined){
let data4 = data.layers;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err5 = {instancePath:instancePath+"/layers/" + i0,schemaPath:"#/properties/layers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(((((((data5 === "framing") || (data5 === "schema")) || (data5 === "references")) || (data5 === "semantics")) || (data5 === "restore")) || (data5 === "trust")) || (data5 === "policy"))){
const err6 = {instancePath:instancePath+"/layers/" + i0,schemaPath:"#/properties/layers/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.layers.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.trust !== undefined){
let data6 = data.trust;
if(typeof data6 !== "string"){
const err9 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!(((data6 === "strict") || (data6 === "warn")) || (data6 === "off"))){
const err10 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/enum",keyword:"enum",params:{allowedValues: schema11.properties.trust.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.ignore !== undefined){
let data7 = data.ignore;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i2=0; i2<len1; i2++){
let data8 = data7[i2];
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
const err11 = {instancePath:instancePath+"/ignore/" + i2,schemaPath:"#/$defs/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/ignore/" + i2,schemaPath:"#/$defs/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.rules !== undefined){
let data9 = data.rules;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
const _errs23 = errors;
if(typeof key1 === "string"){
if(!pattern0.test(key1)){
const err14 = {instancePath:instancePath+"/rules",schemaPath:"#/$defs/levels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid8 = _errs23 === errors;
if(!valid8){
const err15 = {instancePath:instancePath+"/rules",schemaPath:"#/$defs/levels/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key2 in data9){
let data10 = data9[key2];
if(!((((data10 === "off") || (data10 === "note")) || (data10 === "warning")) || (data10 === "error"))){
const err16 = {instancePath:instancePath+"/rules/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/levels/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema13.additionalProperties.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/rules",schemaPath:"#/$defs/levels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.overrides !== undefined){
let data11 = data.overrides;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i3=0; i3<len2; i3++){
let data12 = data11[i3];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.paths === undefined){
const err18 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "paths"},message:"must have required property '"+"paths"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data12.rules === undefined){
const err19 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data12){
if(!((key3 === "paths") || (key3 === "rules"))){
const err20 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data12.paths !== undefined){
let data13 = data12.paths;
if(Array.isArray(data13)){
if(data13.length < 1){
const err21 = {instancePath:instancePath+"/overrides/" + i3+"/paths",schemaPath:"#/properties/overrides/items/properties/paths/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len3 = data13.length;
for(let i4=0; i4<len3; i4++){
let data14 = data13[i4];
if(typeof data14 === "string"){
if(func3(data14) < 1){
const err22 = {instancePath:instancePath+"/overrides/" + i3+"/paths/" + i4,schemaPath:"#/properties/overrides/items/properties/paths/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/overrides/" + i3+"/paths/" + i4,schemaPath:"#/properties/overrides/items/properties/paths/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/overrides/" + i3+"/paths",schemaPath:"#/properties/overrides/items/properties/paths/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data12.rules !== undefined){
let data15 = data12.rules;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key4 in data15){
const _errs38 = errors;
if(typeof key4 === "string"){
if(!pattern0.test(key4)){
const err25 = {instancePath:instancePath+"/overrides/" + i3+"/rules",schemaPath:"#/$defs/levels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(-[a-z0-9]+)*$"+"\"",propertyName:key4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var valid16 = _errs38 === errors;
if(!valid16){
const err26 = {instancePath:instancePath+"/overrides/" + i3+"/rules",schemaPath:"#/$defs/levels/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
for(const key5 in data15){
let data16 = data15[key5];
if(!((((data16 === "off") || (data16 === "note")) || (data16 === "warning")) || (data16 === "error"))){
const err27 = {instancePath:instancePath+"/overrides/" + i3+"/rules/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/levels/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema13.additionalProperties.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/overrides/" + i3+"/rules",schemaPath:"#/$defs/levels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/overrides/" + i3,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.baseline !== undefined){
let data17 = data.baseline;
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err31 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.policies !== undefined){
let data18 = data.policies;
if(Array.isArray(data18)){
const len4 = data18.length;
for(let i5=0; i5<len4; i5++){
let data19 = data18[i5];
const _errs48 = errors;
let valid21 = false;
const _errs49 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.deny === undefined){
const err33 = {instancePath:instancePath+"/policies/" + i5,schemaPath:"#/$defs/policy/anyOf/0/required",keyword:"required",params:{missingProperty: "deny"},message:"must have required property '"+"deny"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var _valid0 = _errs49 === errors;
valid21 = valid21 || _valid0;
if(!valid21){
const _errs50 = errors;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.require === undefined){
const err34 = {instancePath:instancePath+"/policies/" + i5,schemaPath:"#/$defs/policy/anyOf/1/required",keyword:"required",params:{missingProperty: "require"},message:"must have required property '"+"require"+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid0 = _errs50 === errors;
valid21 = valid21 || _valid0;
}
if(!valid21){
const err35 = {instancePath:instancePath+"/policies/" + i5,schemaPath:"#/$defs/policy/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
errors = _errs48;
if(vErrors !== null){
if(_errs48){
vErrors.length = _errs48;
}
else {
vErrors = null;
}
}
}
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.name === undefined){
const err36 = {instancePath:instancePath+"/policies/" + i5,schemaPath:"#/$defs/policy/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key6 in data19){
if(!(((((key6 === "name") || (key6 === "severity")) || (key6 === "message")) || (key6 === "deny")) || (key6 === "require"))){
const err37 = {instancePath:instancePath+"/policies/" + i5,schemaPath:"#/$defs/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data19.name !== undefined){
let data20 = data19.name;
if(typeof data20 === "string"){
if(func3(data20) < 1){
const err38 = {instancePath:instancePath+"/policies/" + i5+"/name",schemaPath:"#/$defs/policy/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/policies/" + i5+"/name",schemaPath:"#/$defs/policy/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data19.severity !== undefined){
let data21 = data19.severity;
if(!(((data21 === "note") || (data21 === "warning")) || (data21 === "error"))){
const err40 = {instancePath:instancePath+"/policies/" + i5+"/severity",schemaPath:"#/$defs/policy/properties/severity/enum",keyword:"enum",params:{allowedValues: schema15.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data19.message !== undefined){
if(typeof data19.message !== "string"){
const err41 = {instancePath:instancePath+"/policies/" + i5+"/message",schemaPath:"#/$defs/policy/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data19.deny !== undefined){
let data23 = data19.deny;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(Object.keys(data23).length < 1){
const err42 = {instancePath:instancePath+"/policies/" + i5+"/deny",schemaPath:"#/$defs/policy/properties/deny/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
for(const key7 in data23){
if(!(func2.call(schema15.properties.deny.properties, key7))){
const err43 = {instancePath:instancePath+"/policies/" + i5+"/deny",schemaPath:"#/$defs/policy/properties/deny/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data23.processes !== undefined){
let data24 = data23.processes;
if(Array.isArray(data24)){
const len5 = data24.length;
for(let i6=0; i6<len5; i6++){
let data25 = data24[i6];
if(typeof data25 === "string"){
if(func3(data25) < 1){
const err44 = {instancePath:instancePath+"/policies/" + i5+"/deny/processes/" + i6,schemaPath:"#/$defs/policy/properties/deny/properties/processes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/policies/" + i5+"/deny/processes/" + i6,schemaPath:"#/$defs/policy/properties/deny/properties/processes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/policies/" + i5+"/deny/processes",schemaPath:"#/$defs/policy/properties/deny/properties/processes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data23.uids !== undefined){
let data26 = data23.uids;
if(Array.isArray(data26)){
const len6 = data26.length;
for(let i7=0; i7<len6; i7++){
let data27 = data26[i7];
if(!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))){
const err47 = {instancePath:instancePath+"/policies/" + i5+"/deny/uids/" + i7,schemaPath:"#/$defs/policy/properties/deny/properties/uids/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(typeof data27 == "number"){
if(data27 > 4294967295 || isNaN(data27)){
const err48 = {instancePath:instancePath+"/policies/" + i5+"/deny/uids/" + i7,schemaPath:"#/$defs/policy/properties/deny/properties/uids/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err49 = {instancePath:instancePath+"/policies/" + i5+"/deny/uids/" + i7,schemaPath:"#/$defs/policy/properties/deny/properties/uids/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
else {
const err50 = {instancePath:instancePath+"/policies/" + i5+"/deny/uids",schemaPath:"#/$defs/policy/properties/deny/properties/uids/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data23.capabilities !== undefined){
let data28 = data23.capabilities;
if(Array.isArray(data28)){
const len7 = data28.length;
for(let i8=0; i8<len7; i8++){
let data29 = data28[i8];
if(typeof data29 === "string"){
if(!pattern3.test(data29)){
const err51 = {instancePath:instancePath+"/policies/" + i5+"/deny/capabilities/" + i8,schemaPath:"#/$defs/policy/properties/deny/properties/capabilities/items/pattern",keyword:"pattern",params:{pattern: "^(CAP_)?[A-Z_]+$"},message:"must match pattern \""+"^(CAP_)?[A-Z_]+$"+"\""};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/policies/" + i5+"/deny/capabilities/" + i8,schemaPath:"#/$defs/policy/properties/deny/properties/capabilities/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/policies/" + i5+"/deny/capabilities",schemaPath:"#/$defs/policy/properties/deny/properties/capabilities/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data23.listening !== undefined){
let data30 = data23.listening;
const _errs73 = errors;
let valid30 = false;
let passing0 = null;
const _errs74 = errors;
if(typeof data30 !== "boolean"){
const err54 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening",schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
var _valid1 = _errs74 === errors;
if(_valid1){
valid30 = true;
passing0 = 0;
}
const _errs76 = errors;
if(Array.isArray(data30)){
const len8 = data30.length;
for(let i9=0; i9<len8; i9++){
let data31 = data30[i9];
const _errs79 = errors;
let valid33 = false;
let passing1 = null;
const _errs80 = errors;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err55 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening/" + i9,schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/items/oneOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 > 65535 || isNaN(data31)){
const err56 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening/" + i9,schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/items/oneOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data31 < 0 || isNaN(data31)){
const err57 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening/" + i9,schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/items/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
var _valid2 = _errs80 === errors;
if(_valid2){
valid33 = true;
passing1 = 0;
}
const _errs82 = errors;
if(typeof data31 === "string"){
if(!pattern4.test(data31)){
const err58 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening/" + i9,schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/items/oneOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,5}-[0-9]{1,5}$"},message:"must match pattern \""+"^[0-9]{1,5}-[0-9]{1,5}$"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening/" + i9,schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/items/oneOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var _valid2 = _errs82 === errors;
if(_valid2 && valid33){
valid33 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid33 = true;
passing1 = 1;
}
}
if(!valid33){
const err60 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening/" + i9,schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
errors = _errs79;
if(vErrors !== null){
if(_errs79){
vErrors.length = _errs79;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err61 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening",schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var _valid1 = _errs76 === errors;
if(_valid1 && valid30){
valid30 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid30 = true;
passing0 = 1;
}
}
if(!valid30){
const err62 = {instancePath:instancePath+"/policies/" + i5+"/deny/listening",schemaPath:"#/$defs/policy/properties/deny/properties/listening/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
else {
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
}
}
if(data23.files !== undefined){
let data32 = data23.files;
if(Array.isArray(data32)){
const len9 = data32.length;
for(let i10=0; i10<len9; i10++){
let data33 = data32[i10];
if(typeof data33 === "string"){
if(func3(data33) < 1){
const err63 = {instancePath:instancePath+"/policies/" + i5+"/deny/files/" + i10,schemaPath:"#/$defs/policy/properties/deny/properties/files/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/policies/" + i5+"/deny/files/" + i10,schemaPath:"#/$defs/policy/properties/deny/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/policies/" + i5+"/deny/files",schemaPath:"#/$defs/policy/properties/deny/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data23.environment !== undefined){
let data34 = data23.environment;
if(Array.isArray(data34)){
const len10 = data34.length;
for(let i11=0; i11<len10; i11++){
let data35 = data34[i11];
if(typeof data35 === "string"){
if(func3(data35) < 1){
const err66 = {instancePath:instancePath+"/policies/" + i5+"/deny/environment/" + i11,schemaPath:"#/$defs/policy/properties/deny/properties/environment/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/policies/" + i5+"/deny/environment/" + i11,schemaPath:"#/$defs/policy/properties/deny/properties/environment/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/policies/" + i5+"/deny/environment",schemaPath:"#/$defs/policy/properties/deny/properties/environment/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data23.areas !== undefined){
let data36 = data23.areas;
if(Array.isArray(data36)){
const len11 = data36.length;
for(let i12=0; i12<len11; i12++){
let data37 = data36[i12];
if(!(((data37 === "dontdump") || (data37 === "wipeonfork")) || (data37 === "locked"))){
const err69 = {instancePath:instancePath+"/policies/" + i5+"/deny/areas/" + i12,schemaPath:"#/$defs/policy/properties/deny/properties/areas/items/enum",keyword:"enum",params:{allowedValues: schema15.properties.deny.properties.areas.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/policies/" + i5+"/deny/areas",schemaPath:"#/$defs/policy/properties/deny/properties/areas/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data23.images !== undefined){
let data38 = data23.images;
if(Array.isArray(data38)){
const len12 = data38.length;
for(let i13=0; i13<len12; i13++){
let data39 = data38[i13];
if(typeof data39 === "string"){
if(func3(data39) < 1){
const err71 = {instancePath:instancePath+"/policies/" + i5+"/deny/images/" + i13,schemaPath:"#/$defs/policy/properties/deny/properties/images/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/policies/" + i5+"/deny/images/" + i13,schemaPath:"#/$defs/policy/properties/deny/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/policies/" + i5+"/deny/images",schemaPath:"#/$defs/policy/properties/deny/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data23.labels !== undefined){
let data40 = data23.labels;
if(Array.isArray(data40)){
const len13 = data40.length;
for(let i14=0; i14<len13; i14++){
let data41 = data40[i14];
if(typeof data41 === "string"){
if(func3(data41) < 1){
const err74 = {instancePath:instancePath+"/policies/" + i5+"/deny/labels/" + i14,schemaPath:"#/$defs/policy/properties/deny/properties/labels/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/policies/" + i5+"/deny/labels/" + i14,schemaPath:"#/$defs/policy/properties/deny/properties/labels/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/policies/" + i5+"/deny/labels",schemaPath:"#/$defs/policy/properties/deny/properties/labels/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data23.memory !== undefined){
let data42 = data23.memory;
if(Array.isArray(data42)){
const len14 = data42.length;
for(let i15=0; i15<len14; i15++){
let data43 = data42[i15];
const _errs106 = errors;
let valid46 = false;
let passing2 = null;
const _errs107 = errors;
if(typeof data43 === "string"){
if(func3(data43) < 1){
const err77 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
var _valid3 = _errs107 === errors;
if(_valid3){
valid46 = true;
passing2 = 0;
}
const _errs109 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.name === undefined){
const err79 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data43.text === undefined){
const err80 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
for(const key8 in data43){
if(!((key8 === "name") || (key8 === "text"))){
const err81 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data43.name !== undefined){
if(typeof data43.name !== "string"){
const err82 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15+"/name",schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data43.text !== undefined){
let data45 = data43.text;
if(typeof data45 === "string"){
if(func3(data45) < 4){
const err83 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15+"/text",schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/properties/text/minLength",keyword:"minLength",params:{limit: 4},message:"must NOT have fewer than 4 characters"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15+"/text",schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
var _valid3 = _errs109 === errors;
if(_valid3 && valid46){
valid46 = false;
passing2 = [passing2, 1];
}
else {
if(_valid3){
valid46 = true;
passing2 = 1;
}
const _errs116 = errors;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.name === undefined){
const err86 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data43.hex === undefined){
const err87 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/required",keyword:"required",params:{missingProperty: "hex"},message:"must have required property '"+"hex"+"'"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
for(const key9 in data43){
if(!((key9 === "name") || (key9 === "hex"))){
const err88 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data43.name !== undefined){
if(typeof data43.name !== "string"){
const err89 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15+"/name",schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data43.hex !== undefined){
let data47 = data43.hex;
if(typeof data47 === "string"){
if(!pattern5.test(data47)){
const err90 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15+"/hex",schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/properties/hex/pattern",keyword:"pattern",params:{pattern: "^([0-9a-fA-F]{2}){4,}$"},message:"must match pattern \""+"^([0-9a-fA-F]{2}){4,}$"+"\""};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15+"/hex",schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/properties/hex/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
var _valid3 = _errs116 === errors;
if(_valid3 && valid46){
valid46 = false;
passing2 = [passing2, 2];
}
else {
if(_valid3){
valid46 = true;
passing2 = 2;
}
}
}
if(!valid46){
const err93 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory/" + i15,schemaPath:"#/$defs/policy/properties/deny/properties/memory/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
else {
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err94 = {instancePath:instancePath+"/policies/" + i5+"/deny/memory",schemaPath:"#/$defs/policy/properties/deny/properties/memory/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/policies/" + i5+"/deny",schemaPath:"#/$defs/policy/properties/deny/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data19.require !== undefined){
let data48 = data19.require;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(Object.keys(data48).length < 1){
const err96 = {instancePath:instancePath+"/policies/" + i5+"/require",schemaPath:"#/$defs/policy/properties/require/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
for(const key10 in data48){
if(!((((((key10 === "noNewPrivileges") || (key10 === "seccomp")) || (key10 === "nonRoot")) || (key10 === "images")) || (key10 === "labels")) || (key10 === "rules"))){
const err97 = {instancePath:instancePath+"/policies/" + i5+"/require",schemaPath:"#/$defs/policy/properties/require/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data48.noNewPrivileges !== undefined){
if(typeof data48.noNewPrivileges !== "boolean"){
const err98 = {instancePath:instancePath+"/policies/" + i5+"/require/noNewPrivileges",schemaPath:"#/$defs/policy/properties/require/properties/noNewPrivileges/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data48.seccomp !== undefined){
if(typeof data48.seccomp !== "boolean"){
const err99 = {instancePath:instancePath+"/policies/" + i5+"/require/seccomp",schemaPath:"#/$defs/policy/properties/require/properties/seccomp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data48.nonRoot !== undefined){
if(typeof data48.nonRoot !== "boolean"){
const err100 = {instancePath:instancePath+"/policies/" + i5+"/require/nonRoot",schemaPath:"#/$defs/policy/properties/require/properties/nonRoot/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data48.images !== undefined){
let data52 = data48.images;
if(Array.isArray(data52)){
const len15 = data52.length;
for(let i16=0; i16<len15; i16++){
let data53 = data52[i16];
if(typeof data53 === "string"){
if(func3(data53) < 1){
const err101 = {instancePath:instancePath+"/policies/" + i5+"/require/images/" + i16,schemaPath:"#/$defs/policy/properties/require/properties/images/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/policies/" + i5+"/require/images/" + i16,schemaPath:"#/$defs/policy/properties/require/properties/images/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/policies/" + i5+"/require/images",schemaPath:"#/$defs/policy/properties/require/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data48.labels !== undefined){
let data54 = data48.labels;
if(Array.isArray(data54)){
const len16 = data54.length;
for(let i17=0; i17<len16; i17++){
let data55 = data54[i17];
if(typeof data55 === "string"){
if(func3(data55) < 1){
const err104 = {instancePath:instancePath+"/policies/" + i5+"/require/labels/" + i17,schemaPath:"#/$defs/policy/properties/require/properties/labels/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/policies/" + i5+"/require/labels/" + i17,schemaPath:"#/$defs/policy/properties/require/properties/labels/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/policies/" + i5+"/require/labels",schemaPath:"#/$defs/policy/properties/require/properties/labels/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data48.rules !== undefined){
let data56 = data48.rules;
if(Array.isArray(data56)){
const len17 = data56.length;
for(let i18=0; i18<len17; i18++){
let data57 = data56[i18];
if(typeof data57 === "string"){
if(func3(data57) < 1){
const err107 = {instancePath:instancePath+"/policies/" + i5+"/require/rules/" + i18,schemaPath:"#/$defs/policy/properties/require/properties/rules/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/policies/" + i5+"/require/rules/" + i18,schemaPath:"#/$defs/policy/properties/require/properties/rules/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/policies/" + i5+"/require/rules",schemaPath:"#/$defs/policy/properties/require/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/policies/" + i5+"/require",schemaPath:"#/$defs/policy/properties/require/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath:instancePath+"/policies/" + i5,schemaPath:"#/$defs/policy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

const validateBaseline_ = validate11;
const schema16 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:cr-tools:schema:validate-baseline:1","title":"Baseline of cr-validate: findings that are known","type":"object","required":["schemaVersion","findings"],"additionalProperties":false,"properties":{"schemaVersion":{"const":1},"findings":{"type":"array","items":{"type":"object","required":["path","code","at","count"],"additionalProperties":false,"properties":{"path":{"type":"string"},"code":{"type":"string"},"at":{"type":"string"},"count":{"type":"integer","minimum":1}}}}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:cr-tools:schema:validate-baseline:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schemaVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schemaVersion"},message:"must have required property '"+"schemaVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.findings === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "findings"},message:"must have required property '"+"findings"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "schemaVersion") || (key0 === "findings"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.schemaVersion !== undefined){
if(1 !== data.schemaVersion){
const err3 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.findings !== undefined){
let data1 = data.findings;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.path === undefined){
const err4 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.code === undefined){
const err5 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.at === undefined){
const err6 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.count === undefined){
const err7 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!((((key1 === "path") || (key1 === "code")) || (key1 === "at")) || (key1 === "count"))){
const err8 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.path !== undefined){
if(typeof data2.path !== "string"){
const err9 = {instancePath:instancePath+"/findings/" + i0+"/path",schemaPath:"#/properties/findings/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.code !== undefined){
if(typeof data2.code !== "string"){
const err10 = {instancePath:instancePath+"/findings/" + i0+"/code",schemaPath:"#/properties/findings/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.at !== undefined){
if(typeof data2.at !== "string"){
const err11 = {instancePath:instancePath+"/findings/" + i0+"/at",schemaPath:"#/properties/findings/items/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.count !== undefined){
let data6 = data2.count;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err12 = {instancePath:instancePath+"/findings/" + i0+"/count",schemaPath:"#/properties/findings/items/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 < 1 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/findings/" + i0+"/count",schemaPath:"#/properties/findings/items/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const validateManifest_ = validate12;
const schema17 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"urn:cr-tools:schema:validate-manifest:1","title":"cr-validate --write-manifest","type":"object","required":["schemaVersion","tool","createdAt","images"],"additionalProperties":false,"properties":{"schemaVersion":{"const":1},"tool":{"type":"object","required":["name","version"],"additionalProperties":false,"properties":{"name":{"type":"string"},"version":{"type":"string"}}},"createdAt":{"description":"ISO 8601, UTC.","type":"string"},"images":{"type":"array","items":{"type":"object","required":["name","form","members"],"additionalProperties":false,"properties":{"name":{"type":"string"},"form":{"enum":["file","archive","directory"]},"sha256":{"description":"Of the file as it is.","$ref":"#/$defs/digest"},"size":{"type":"integer","minimum":0},"members":{"type":"array","items":{"type":"object","required":["path","type"],"additionalProperties":false,"properties":{"path":{"type":"string"},"type":{"description":"As tar counts.","type":"string"},"mode":{"type":"string","pattern":"^0[0-7]*$"},"owner":{"type":"string"},"size":{"type":"integer","minimum":0},"sha256":{"$ref":"#/$defs/digest"},"target":{"type":"string"},"plainPath":{"type":"string"},"attributes":{"$ref":"#/$defs/digest"},"device":{"type":"string"}}}}}}}},"$defs":{"digest":{"type":"string","pattern":"^[0-9a-f]{64}$"}}};
const schema18 = {"type":"string","pattern":"^[0-9a-f]{64}$"};
const pattern6 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern7 = new RegExp("^0[0-7]*$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:cr-tools:schema:validate-manifest:1" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schemaVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schemaVersion"},message:"must have required property '"+"schemaVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tool === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tool"},message:"must have required property '"+"tool"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.createdAt === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "createdAt"},message:"must have required property '"+"createdAt"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.images === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "images"},message:"must have required property '"+"images"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "schemaVersion") || (key0 === "tool")) || (key0 === "createdAt")) || (key0 === "images"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.schemaVersion !== undefined){
if(1 !== data.schemaVersion){
const err5 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.tool !== undefined){
let data1 = data.tool;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err6 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.version === undefined){
const err7 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "name") || (key1 === "version"))){
const err8 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.name !== undefined){
if(typeof data1.name !== "string"){
const err9 = {instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.version !== undefined){
if(typeof data1.version !== "string"){
const err10 = {instancePath:instancePath+"/tool/version",schemaPath:"#/properties/tool/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.createdAt !== undefined){
if(typeof data.createdAt !== "string"){
const err12 = {instancePath:instancePath+"/createdAt",schemaPath:"#/properties/createdAt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.images !== undefined){
let data5 = data.images;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err13 = {instancePath:instancePath+"/images/" + i0,schemaPath:"#/properties/images/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data6.form === undefined){
const err14 = {instancePath:instancePath+"/images/" + i0,schemaPath:"#/properties/images/items/required",keyword:"required",params:{missingProperty: "form"},message:"must have required property '"+"form"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6.members === undefined){
const err15 = {instancePath:instancePath+"/images/" + i0,schemaPath:"#/properties/images/items/required",keyword:"required",params:{missingProperty: "members"},message:"must have required property '"+"members"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key2 in data6){
if(!(((((key2 === "name") || (key2 === "form")) || (key2 === "sha256")) || (key2 === "size")) || (key2 === "members"))){
const err16 = {instancePath:instancePath+"/images/" + i0,schemaPath:"#/properties/images/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data6.name !== undefined){
if(typeof data6.name !== "string"){
const err17 = {instancePath:instancePath+"/images/" + i0+"/name",schemaPath:"#/properties/images/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.form !== undefined){
let data8 = data6.form;
if(!(((data8 === "file") || (data8 === "archive")) || (data8 === "directory"))){
const err18 = {instancePath:instancePath+"/images/" + i0+"/form",schemaPath:"#/properties/images/items/properties/form/enum",keyword:"enum",params:{allowedValues: schema17.properties.images.items.properties.form.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data6.sha256 !== undefined){
let data9 = data6.sha256;
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err19 = {instancePath:instancePath+"/images/" + i0+"/sha256",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/images/" + i0+"/sha256",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.size !== undefined){
let data10 = data6.size;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err21 = {instancePath:instancePath+"/images/" + i0+"/size",schemaPath:"#/properties/images/items/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data10 == "number"){
if(data10 < 0 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/images/" + i0+"/size",schemaPath:"#/properties/images/items/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data6.members !== undefined){
let data11 = data6.members;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.path === undefined){
const err23 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1,schemaPath:"#/properties/images/items/properties/members/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data12.type === undefined){
const err24 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1,schemaPath:"#/properties/images/items/properties/members/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key3 in data12){
if(!(func2.call(schema17.properties.images.items.properties.members.items.properties, key3))){
const err25 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1,schemaPath:"#/properties/images/items/properties/members/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data12.path !== undefined){
if(typeof data12.path !== "string"){
const err26 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/path",schemaPath:"#/properties/images/items/properties/members/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data12.type !== undefined){
if(typeof data12.type !== "string"){
const err27 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/type",schemaPath:"#/properties/images/items/properties/members/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data12.mode !== undefined){
let data15 = data12.mode;
if(typeof data15 === "string"){
if(!pattern7.test(data15)){
const err28 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/mode",schemaPath:"#/properties/images/items/properties/members/items/properties/mode/pattern",keyword:"pattern",params:{pattern: "^0[0-7]*$"},message:"must match pattern \""+"^0[0-7]*$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/mode",schemaPath:"#/properties/images/items/properties/members/items/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data12.owner !== undefined){
if(typeof data12.owner !== "string"){
const err30 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/owner",schemaPath:"#/properties/images/items/properties/members/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data12.size !== undefined){
let data17 = data12.size;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
const err31 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/size",schemaPath:"#/properties/images/items/properties/members/items/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
const err32 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/size",schemaPath:"#/properties/images/items/properties/members/items/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data12.sha256 !== undefined){
let data18 = data12.sha256;
if(typeof data18 === "string"){
if(!pattern6.test(data18)){
const err33 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/sha256",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/sha256",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12.target !== undefined){
if(typeof data12.target !== "string"){
const err35 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/target",schemaPath:"#/properties/images/items/properties/members/items/properties/target/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data12.plainPath !== undefined){
if(typeof data12.plainPath !== "string"){
const err36 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/plainPath",schemaPath:"#/properties/images/items/properties/members/items/properties/plainPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.attributes !== undefined){
let data21 = data12.attributes;
if(typeof data21 === "string"){
if(!pattern6.test(data21)){
const err37 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/attributes",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/attributes",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data12.device !== undefined){
if(typeof data12.device !== "string"){
const err39 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1+"/device",schemaPath:"#/properties/images/items/properties/members/items/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/images/" + i0+"/members/" + i1,schemaPath:"#/properties/images/items/properties/members/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/images/" + i0+"/members",schemaPath:"#/properties/images/items/properties/members/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/images/" + i0,schemaPath:"#/properties/images/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

export const documentChecks: Readonly<Record<string, Check>> = {
  validateConfig: validateConfig_,
  validateBaseline: validateBaseline_,
  validateManifest: validateManifest_,
};
