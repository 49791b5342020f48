// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Check} from "./Check.sol";
import {Rules} from "./Rules.sol";
import {SettableClassifier} from "./SettableClassifier.sol";
import {CollaborativeTrainer64} from "../src/CollaborativeTrainer64.sol";
import {DataHandler64} from "../src/DataHandler64.sol";
import {IIncentiveMechanism64} from "../src/interfaces/IIncentiveMechanism64.sol";

/// @title A crowd that adds, refunds and reports at random, and keeps books of its own by the plain rules.
/// @dev Each act compares what the contracts do with what the rules say and notes any difference.
contract Crowd is Check {
    uint256 private constant COST_WEIGHT = 1e15;

    CollaborativeTrainer64 private immutable TRAINER;
    DataHandler64 private immutable HANDLER;
    IIncentiveMechanism64 private immutable MECHANISM;
    SettableClassifier private immutable CLASSIFIER;
    bool private immutable STAKEABLE;

    address[] private _people;
    Rules.Waits private _waits;
    Rules.Record[] private _records;
    int64[] private _firsts;
    /// @dev Where a key's record stands, plus one.
    mapping(bytes32 key => uint256) private _places;
    mapping(uint256 record => mapping(address who => bool)) private _hasClaimed;
    mapping(address who => uint256) private _valid;
    uint256 private _lastAdded;

    string public difference;
    uint256 public paidIn;
    uint256 public paidOut;
    uint256 public added;
    uint256 public refunds;
    uint256 public reports;
    uint256 public refusals;

    constructor(CollaborativeTrainer64 trainer, address[] memory people, bool stakeable) {
        TRAINER = trainer;
        HANDLER = DataHandler64(trainer.dataHandler());
        MECHANISM = IIncentiveMechanism64(trainer.incentiveMechanism());
        CLASSIFIER = SettableClassifier(trainer.classifier());
        STAKEABLE = stakeable;
        _people = people;
        _waits = Rules.Waits(
            MECHANISM.refundWaitTimeS(), MECHANISM.ownerClaimWaitTimeS(), MECHANISM.anyAddressClaimWaitTimeS()
        );
        _lastAdded = vm.getBlockTimestamp();
    }

    function add(uint256 who, int8 first, uint64 label, uint96 tooMuch, bool short) external {
        address author = _person(who);
        label %= 2;
        if (first == 13) first = 14; // which the classifier refuses
        uint256 price = STAKEABLE ? Rules.price(COST_WEIGHT, vm.getBlockTimestamp() - _lastAdded) : 0;
        uint256 sent = short && price > 0 ? price - 1 : price + tooMuch % 1 ether;
        bool expected = sent >= price && !_collides(author, first, label);
        (bool done, uint256 cost) = _act(author, sent, abi.encodeCall(TRAINER.addData, (_values(first), label)));
        if (done != expected) return _note("addData was allowed or refused against the rules");
        if (!done) return;
        if (cost != price) return _note("addData kept something else than the price");
        _write(Rules.Record(author, label, vm.getBlockTimestamp(), price, price, 0, false), first);
        _lastAdded = vm.getBlockTimestamp();
        paidIn += price;
        added += 1;
    }

    function refund(uint256 who, uint256 which) external {
        if (_records.length == 0) return;
        which = bound(which, 0, _records.length - 1);
        // Mostly the author: others are refused, unless they added an equal sample in the same second.
        address who_ = who % 8 == 0 ? _person(who) : _records[which].author;
        uint256 own = _placeOf(who_, _firsts[which], _records[which].label, _records[which].addedTime);
        if (own > 0) which = own - 1;
        Rules.Record storage sample = _records[which];
        Rules.Claimer memory claimer = _claimer(which, who_);
        (bool expected, uint256 amount) = STAKEABLE
            ? Rules.stakeableRefund(sample, claimer, _waits, CLASSIFIER.prediction())
            : (Rules.pointsRefund(sample, claimer, _waits, CLASSIFIER.prediction()), 0);
        bool done = _claim(
            claimer.who,
            abi.encodeCall(TRAINER.refund, (_values(_firsts[which]), sample.label, sample.addedTime)),
            expected,
            amount
        );
        if (!done) return;
        sample.left = 0;
        sample.claims += 1;
        _hasClaimed[which][claimer.who] = true;
        _valid[claimer.who] += 1;
        refunds += 1;
    }

    function report(uint256 who, uint256 which) external {
        if (_records.length == 0) return;
        which = bound(which, 0, _records.length - 1);
        Rules.Record storage sample = _records[which];
        Rules.Claimer memory claimer = _claimer(which, _person(who));
        (bool expected, uint256 amount) = STAKEABLE
            ? Rules.stakeableReport(sample, claimer, _waits, CLASSIFIER.prediction(), refunds)
            : (Rules.pointsReport(sample, claimer, _waits, CLASSIFIER.prediction()), 0);
        bool done = _claim(
            claimer.who,
            abi.encodeCall(TRAINER.report, (_values(_firsts[which]), sample.label, sample.addedTime, sample.author)),
            expected,
            amount
        );
        if (!done) return;
        sample.left -= amount;
        sample.reported = true;
        sample.claims += 1;
        _hasClaimed[which][claimer.who] = true;
        reports += 1;
    }

    function wait(uint256 s) external {
        uint256[6] memory steps = [uint256(1), 60, _waits.refund - 1, _waits.refund, _waits.owner, _waits.any / 3];
        vm.warp(vm.getBlockTimestamp() + steps[s % steps.length]);
    }

    function changeMind(uint64 prediction) external {
        CLASSIFIER.setPrediction(prediction % 2);
    }

    /// @dev What an outsider may try on the parts themselves; none of it may work.
    function meddle(uint256 who, uint256 which, uint256 how) external {
        address meddler = _person(who);
        if (_records.length == 0) return;
        bytes32 key = _key(bound(which, 0, _records.length - 1));
        address[4] memory parts = [address(HANDLER), address(HANDLER), address(MECHANISM), address(CLASSIFIER)];
        bytes[4] memory calls = [
            abi.encodeCall(HANDLER.handleAddData, (key, 1, meddler, 1 ether)),
            abi.encodeCall(HANDLER.handleReport, (key, address(0), meddler, 0)),
            abi.encodeCall(MECHANISM.handleAddData, (1 ether)),
            abi.encodeCall(CLASSIFIER.update, (_values(1), 1))
        ];
        vm.prank(meddler);
        (bool done,) = parts[how % 4].call(calls[how % 4]);
        if (done) _note("an outsider worked a part");
    }

    /// @dev Money that the rules leave in the trainer.
    function held() external view returns (uint256 sum) {
        for (uint256 i = 0; i < _records.length; i++) {
            sum += _records[i].left;
        }
    }

    /// @dev Whether each record, as the data handler has it, is as the rules say.
    function recordsAreEqual() external view returns (bool) {
        for (uint256 i = 0; i < _records.length; i++) {
            (uint64 c, uint256 t, address sender, uint256 deposit, uint256 left, uint256 claims) =
                HANDLER.addedData(_key(i));
            Rules.Record storage sample = _records[i];
            if (c != sample.label || t != sample.addedTime || sender != sample.author) return false;
            if (deposit != sample.deposit || left != sample.left || claims != sample.claims) return false;
        }
        return true;
    }

    function countsAreEqual() external view returns (bool) {
        uint256 sum;
        for (uint256 i = 0; i < _people.length; i++) {
            if (MECHANISM.numValidForAddress(_people[i]) != _valid[_people[i]]) return false;
            sum += _valid[_people[i]];
        }
        return MECHANISM.totalGoodDataCount() == sum && MECHANISM.totalSubmitted() == added;
    }

    function _claim(address who, bytes memory callData, bool expected, uint256 amount) private returns (bool done) {
        uint256 before = who.balance;
        (done,) = _act(who, 0, callData);
        if (done != expected) _note("a claim was allowed or refused against the rules");
        if (!done) return false;
        if (who.balance - before != amount) _note("a claim paid something else than the rules say");
        paidOut += amount;
    }

    function _act(address who, uint256 value, bytes memory callData) private returns (bool done, uint256 spent) {
        uint256 before = who.balance;
        vm.prank(who);
        (done,) = address(TRAINER).call{value: value}(callData);
        if (!done) refusals += 1;
        spent = before > who.balance ? before - who.balance : 0;
    }

    /// @dev A sample replaces an equal one of the same second, but whoever claimed from that one stays marked.
    function _write(Rules.Record memory sample, int64 first) private {
        uint256 place = _placeOf(sample.author, first, sample.label, vm.getBlockTimestamp());
        if (place > 0) {
            _records[place - 1] = sample;
            return;
        }
        _records.push(sample);
        _firsts.push(first);
        _places[_key(_records.length - 1)] = _records.length;
    }

    function _collides(address author, int64 first, uint64 label) private view returns (bool) {
        uint256 place = _placeOf(author, first, label, vm.getBlockTimestamp());
        return place > 0 && _records[place - 1].left > 0;
    }

    function _placeOf(address author, int64 first, uint64 label, uint256 time) private view returns (uint256) {
        return _places[HANDLER.keyOf(_values(first), label, time, author)];
    }

    function _claimer(uint256 which, address who) private view returns (Rules.Claimer memory) {
        return Rules.Claimer(who, who == MECHANISM.modelOwner(), _hasClaimed[which][who], _valid[who]);
    }

    function _key(uint256 which) private view returns (bytes32) {
        Rules.Record storage sample = _records[which];
        return HANDLER.keyOf(_values(_firsts[which]), sample.label, sample.addedTime, sample.author);
    }

    function _person(uint256 who) private view returns (address) {
        return _people[who % _people.length];
    }

    function _values(int64 first) private pure returns (int64[] memory data) {
        data = new int64[](2);
        data[0] = first;
        data[1] = -1;
    }

    function _note(string memory what) private {
        if (bytes(difference).length == 0) difference = what;
    }
}
