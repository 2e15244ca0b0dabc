// Made by "npm run generate" from formats/cpt/*.ksy with ajv. Do not edit.
// @ts-nocheck
import type { Check } from '../json/check.ts';
const cgroup_ = validate11;
const schema12 = {"properties":{"parent":{"minimum":-1}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.parent !== undefined){
let data0 = data.parent;
if(typeof data0 == "number"){
if(data0 < -1 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate11.errors = vErrors;
return errors === 0;
}

const sysv_shm_ = validate12;
const schema13 = {"properties":{"id":{"maximum":2147483647}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate12.errors = vErrors;
return errors === 0;
}

const sysv_sem_ = validate13;
const schema14 = {"properties":{"id":{"maximum":2147483647}}};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

const sysvsem_undo_rec_ = validate14;
const schema15 = {"properties":{"id":{"maximum":2147483647}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate14.errors = vErrors;
return errors === 0;
}

const sysvmsg_ = validate15;
const schema16 = {"properties":{"id":{"maximum":2147483647}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 == "number"){
if(data0 > 2147483647 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate15.errors = vErrors;
return errors === 0;
}

const vma_ = validate16;
const schema17 = {"properties":{"anonvma":{"maximum":1}}};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.anonvma !== undefined){
let data0 = data.anonvma;
if(typeof data0 == "number"){
if(data0 > 1 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/anonvma",schemaPath:"#/properties/anonvma/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate16.errors = vErrors;
return errors === 0;
}

const socket_ = validate17;
const schema18 = {"properties":{"laddrlen":{"maximum":128},"raddrlen":{"maximum":128}}};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.laddrlen !== undefined){
let data0 = data.laddrlen;
if(typeof data0 == "number"){
if(data0 > 128 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/laddrlen",schemaPath:"#/properties/laddrlen/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128},message:"must be <= 128"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.raddrlen !== undefined){
let data1 = data.raddrlen;
if(typeof data1 == "number"){
if(data1 > 128 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/raddrlen",schemaPath:"#/properties/raddrlen/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128},message:"must be <= 128"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
validate17.errors = vErrors;
return errors === 0;
}

const sock_packet_mc_ = validate18;
const schema19 = {"properties":{"alen":{"maximum":32}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.alen !== undefined){
let data0 = data.alen;
if(typeof data0 == "number"){
if(data0 > 32 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/alen",schemaPath:"#/properties/alen/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate18.errors = vErrors;
return errors === 0;
}

const openreq_ = validate19;
const schema20 = {"properties":{"sndWscale":{"maximum":15},"rcvWscale":{"maximum":15}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sndWscale !== undefined){
let data0 = data.sndWscale;
if(typeof data0 == "number"){
if(data0 > 15 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/sndWscale",schemaPath:"#/properties/sndWscale/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15},message:"must be <= 15"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.rcvWscale !== undefined){
let data1 = data.rcvWscale;
if(typeof data1 == "number"){
if(data1 > 15 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/rcvWscale",schemaPath:"#/properties/rcvWscale/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15},message:"must be <= 15"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
validate19.errors = vErrors;
return errors === 0;
}

const net_tap_filter_ = validate20;
const schema21 = {"properties":{"count":{"maximum":8}}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.count !== undefined){
let data0 = data.count;
if(typeof data0 == "number"){
if(data0 > 8 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},message:"must be <= 8"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate20.errors = vErrors;
return errors === 0;
}

const net_ifaddr_ = validate21;
const schema22 = {"properties":{"masklen":{"maximum":128}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.masklen !== undefined){
let data0 = data.masklen;
if(typeof data0 == "number"){
if(data0 > 128 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/masklen",schemaPath:"#/properties/masklen/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128},message:"must be <= 128"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate21.errors = vErrors;
return errors === 0;
}

const task_ = validate22;
const schema23 = {"properties":{"staticPrio":{"minimum":100,"maximum":139},"is64bit":{"maximum":1},"pdeathSignal":{"maximum":64},"ngids":{"maximum":32}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.staticPrio !== undefined){
let data0 = data.staticPrio;
if(typeof data0 == "number"){
if(data0 > 139 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/staticPrio",schemaPath:"#/properties/staticPrio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 139},message:"must be <= 139"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0 < 100 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/staticPrio",schemaPath:"#/properties/staticPrio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},message:"must be >= 100"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.is64bit !== undefined){
let data1 = data.is64bit;
if(typeof data1 == "number"){
if(data1 > 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/is64bit",schemaPath:"#/properties/is64bit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.pdeathSignal !== undefined){
let data2 = data.pdeathSignal;
if(typeof data2 == "number"){
if(data2 > 64 || isNaN(data2)){
const err3 = {instancePath:instancePath+"/pdeathSignal",schemaPath:"#/properties/pdeathSignal/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.ngids !== undefined){
let data3 = data.ngids;
if(typeof data3 == "number"){
if(data3 > 32 || isNaN(data3)){
const err4 = {instancePath:instancePath+"/ngids",schemaPath:"#/properties/ngids/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
validate22.errors = vErrors;
return errors === 0;
}

const siginfo_ = validate23;
const schema24 = {"properties":{"signo":{"maximum":64}}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.signo !== undefined){
let data0 = data.signo;
if(typeof data0 == "number"){
if(data0 > 64 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/signo",schemaPath:"#/properties/signo/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate23.errors = vErrors;
return errors === 0;
}

const sighandler_ = validate24;
const schema25 = {"properties":{"signo":{"maximum":63}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.signo !== undefined){
let data0 = data.signo;
if(typeof data0 == "number"){
if(data0 > 63 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/signo",schemaPath:"#/properties/signo/maximum",keyword:"maximum",params:{comparison: "<=", limit: 63},message:"must be <= 63"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate24.errors = vErrors;
return errors === 0;
}

const image_header_ = validate25;
const schema26 = {"properties":{"startNsec":{"maximum":999999999}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.startNsec !== undefined){
let data0 = data.startNsec;
if(typeof data0 == "number"){
if(data0 > 999999999 || isNaN(data0)){
const err0 = {instancePath:instancePath+"/startNsec",schemaPath:"#/properties/startNsec/maximum",keyword:"maximum",params:{comparison: "<=", limit: 999999999},message:"must be <= 999999999"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
validate25.errors = vErrors;
return errors === 0;
}

const major_tail_ = validate26;
const schema27 = {"properties":{"nsect":{"enum":[27]}}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nsect !== undefined){
if(!(data.nsect === 27)){
const err0 = {instancePath:instancePath+"/nsect",schemaPath:"#/properties/nsect/enum",keyword:"enum",params:{allowedValues: schema27.properties.nsect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
validate26.errors = vErrors;
return errors === 0;
}

export const cptRecordChecks: Readonly<Record<string, Check>> = {
  cgroup: cgroup_,
  sysv_shm: sysv_shm_,
  sysv_sem: sysv_sem_,
  sysvsem_undo_rec: sysvsem_undo_rec_,
  sysvmsg: sysvmsg_,
  vma: vma_,
  socket: socket_,
  sock_packet_mc: sock_packet_mc_,
  openreq: openreq_,
  net_tap_filter: net_tap_filter_,
  net_ifaddr: net_ifaddr_,
  task: task_,
  siginfo: siginfo_,
  sighandler: sighandler_,
  image_header: image_header_,
  major_tail: major_tail_,
};
