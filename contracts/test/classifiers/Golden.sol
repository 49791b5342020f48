// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Check} from "../Check.sol";
import {Classifier64} from "../../src/classifiers/Classifier64.sol";
import {DenseClassifier64} from "../../src/classifiers/DenseClassifier64.sol";
import {DensePerceptron} from "../../src/classifiers/DensePerceptron.sol";
import {NearestCentroidClassifier} from "../../src/classifiers/NearestCentroidClassifier.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";

/// @title Plays the golden cases of one kind of classifier on its contract.
/// @dev Each case is played in a call of its own, whose memory is given back after it.
abstract contract Golden is Check {
    struct Step {
        int64[] data;
        uint64 label;
        bool ok;
    }

    /// @dev A case that is being played, and the number of its next checkpoint.
    struct Play {
        string json;
        string path;
        IClassifier64 model;
        uint256 next;
    }

    string private constant STEP = "Step(int64[] data,uint64 label,bool ok)";

    /// @dev Name of the kind, as the golden file has it.
    function kind() internal pure virtual returns (string memory);

    /// @dev Deploys what stands under `initial` of a case.
    function deploy(string memory json, string memory initial) internal virtual returns (IClassifier64);

    /// @dev Compares the whole state with what stands under `state` of a checkpoint.
    function checkState(string memory json, string memory state, IClassifier64 model) internal view virtual;

    function test_goldenCases() external {
        string memory json = _file();
        vm.assertEq(vm.parseJsonString(json, ".rules"), string.concat(kind(), "/2"));
        uint256 played = 0;
        while (vm.keyExistsJson(json, _case(played))) {
            this.play(played);
            ++played;
        }
        vm.assertGt(played, 3, "golden cases");
    }

    function play(uint256 number) external {
        Play memory it;
        it.json = _file();
        it.path = _case(number);
        it.model = deploy(it.json, string.concat(it.path, ".initial"));
        vm.assertEq(it.model.learningRules(), string.concat(kind(), "/2"));
        Step[] memory steps = _steps(it);
        _checkpoint(it, 0);
        for (uint256 i = 0; i < steps.length; ++i) {
            _train(it, string.concat(it.path, ".steps[", vm.toString(i), "]"), steps[i]);
            _checkpoint(it, i + 1);
        }
        vm.assertFalse(vm.keyExistsJson(it.json, _point(it)), "a checkpoint was not reached");
    }

    /// @dev Deploys a contract from its artifact, so that its code is not compiled into the test once more.
    function deployed(string memory name, bytes memory arguments) internal returns (address) {
        return vm.deployCode(string.concat(name, ".sol:", name), arguments);
    }

    function int80s(string memory json, string memory key) internal pure returns (int80[] memory) {
        return abi.decode(vm.parseJsonTypeArray(json, key, "int80"), (int80[]));
    }

    function assertSame(uint256 actual, string memory expected, string memory what) internal pure {
        vm.assertEq(vm.toString(actual), expected, what);
    }

    function assertSame(uint256[] memory actual, uint256[] memory expected, string memory what) internal pure {
        vm.assertEq(actual.length, expected.length, what);
        for (uint256 i = 0; i < actual.length; ++i) {
            vm.assertEq(actual[i], expected[i], string.concat(what, " entry ", vm.toString(i)));
        }
    }

    /// @dev The error's name, for those that golden cases expect.
    function errorName(bytes memory answer) internal pure returns (string memory) {
        bytes4 selector = bytes4(answer);
        if (selector == Classifier64.LabelOutOfRange.selector) return "LabelOutOfRange";
        if (selector == Classifier64.IndexOutOfRange.selector) return "IndexOutOfRange";
        if (selector == DenseClassifier64.WrongDimension.selector) return "WrongDimension";
        if (selector == DenseClassifier64.WrongNorm.selector) return "WrongNorm";
        if (selector == DensePerceptron.WeightOverflow.selector) return "WeightOverflow";
        if (selector == NearestCentroidClassifier.CountOverflow.selector) return "CountOverflow";
        if (selector == NearestCentroidClassifier.DataCountLimitReached.selector) return "DataCountLimitReached";
        return string.concat("unnamed error of ", vm.toString(answer.length), " bytes");
    }

    function _steps(Play memory it) private pure returns (Step[] memory) {
        bytes memory encoded = vm.parseJsonTypeArray(it.json, string.concat(it.path, ".steps"), STEP);
        return abi.decode(encoded, (Step[]));
    }

    /// @dev Takes a step, which must end as the file says.
    function _train(Play memory it, string memory path, Step memory step) private {
        (bool ok, bytes memory answer) =
            address(it.model).call(abi.encodeCall(IClassifier64.update, (step.data, step.label)));
        vm.assertEq(ok, step.ok, path);
        if (!ok) vm.assertEq(errorName(answer), vm.parseJsonString(it.json, string.concat(path, ".error")), path);
    }

    function _ask(IClassifier64 model, int64[] memory data) private view returns (string memory) {
        (bool ok, bytes memory answer) = address(model).staticcall(abi.encodeCall(IClassifier64.predict, (data)));
        return ok ? vm.toString(uint256(abi.decode(answer, (uint64)))) : errorName(answer);
    }

    /// @dev Checks the next checkpoint if it stands after this many steps.
    function _checkpoint(Play memory it, uint256 taken) private view {
        string memory point = _point(it);
        if (!vm.keyExistsJson(it.json, point)) return;
        if (vm.parseJsonUint(it.json, string.concat(point, ".after")) != taken) return;
        _checkPredictions(it, point);
        checkState(it.json, string.concat(point, ".state"), it.model);
        ++it.next;
    }

    function _checkPredictions(Play memory it, string memory point) private view {
        bytes memory encoded = vm.parseJsonType(it.json, string.concat(it.path, ".inputs"), "int64[][]");
        int64[][] memory inputs = abi.decode(encoded, (int64[][]));
        string[] memory expected = vm.parseJsonStringArray(it.json, string.concat(point, ".predictions"));
        vm.assertEq(inputs.length, expected.length);
        for (uint256 i = 0; i < inputs.length; ++i) {
            vm.assertEq(_ask(it.model, inputs[i]), expected[i], string.concat(point, " prediction ", vm.toString(i)));
        }
    }

    function _file() private view returns (string memory) {
        return vm.readFile(string.concat("golden/", kind(), "-v2.json"));
    }

    function _case(uint256 number) private pure returns (string memory) {
        return string.concat(".cases[", vm.toString(number), "]");
    }

    function _point(Play memory it) private pure returns (string memory) {
        return string.concat(it.path, ".checkpoints[", vm.toString(it.next), "]");
    }
}
